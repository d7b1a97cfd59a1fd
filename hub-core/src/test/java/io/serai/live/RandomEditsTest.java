package io.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.RouteOutline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred edits, good and bad, while a source fills up and files arrive. */
class RandomEditsTest {

    /** Another one by {@code -Dserai.edits.seed=NUMBER}. */
    private static final long SEED = Long.getLong("serai.edits.seed", 20260);

    private static final int EDITS = 200;
    private static final int ROWS = 10;

    @TempDir
    private Path folder;

    private final AtomicInteger delivered = new AtomicInteger();
    private volatile boolean enough;

    @Test
    void no_page_is_lost_no_route_runs_twice_none_is_left_over_and_bad_saves_change_nothing() throws Exception {
        try {
            editsUnderLoad();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("With -Dserai.edits.seed=" + SEED + ": " + e.getMessage(), e);
        }
    }

    private void editsUnderLoad() throws Exception {
        Set<String> before = camelThreads();
        RandomEdits edits = new RandomEdits(SEED);
        try (WatchedHome home = new WatchedHome(folder)) {
            edits.files().forEach(home::save);
            Files.createDirectories(folder.resolve("data/drop"));
            home.start();
            Thread load = new Thread(() -> deliver(home), "load");
            load.start();
            Random pause = new Random(SEED);
            for (int edit = 0; edit < EDITS; edit++) {
                save(home, edits.next());
                Thread.sleep(pause.nextInt(300));
            }
            home.save("config/segments/last.yaml", "name: Last\nwhere: { trait: spent, at_least: 1 }\n");
            edits.files().forEach(home::save);
            WatchedHome.await(
                    "for the last edit",
                    () -> home.live().hub().config().segments().containsKey("last"));
            enough = true;
            load.join();
            everythingIsStored(home);
            theRoutesAreThoseOfTheFiles(home);
        }
        assertThat(camelThreads()).as("threads left over").isEqualTo(before);
    }

    private void save(WatchedHome home, RandomEdits.Save save) {
        if (save.good()) {
            write(home, save);
            return;
        }
        var hub = home.live().hub();
        write(home.forget(), save);
        WatchedHome.await(
                "for what is wrong with " + save,
                () -> home.find("MISTAKE").isPresent()
                        || home.find("not in effect").isPresent()
                        || home.live().hub() != hub);
        if (home.live().hub() == hub) {
            assertThat(running(home)).as("routes after a bad save").isEqualTo(ids(home));
        }
    }

    private static void write(WatchedHome home, RandomEdits.Save save) {
        if (save.text() != null) {
            home.save(save.file(), save.text());
        } else if (Files.exists(home.files.path(save.file()))) {
            home.delete(save.file());
        }
    }

    private void deliver(WatchedHome home) {
        for (int file = 0; !enough; file++) {
            home.deliver("customers-%04d.csv".formatted(file), rows());
            home.save("data/drop/drop-" + file + ".csv", rows());
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private String rows() {
        StringBuilder rows = new StringBuilder("id,email,city,town\n");
        for (int row = 0; row < ROWS; row++) {
            int number = delivered.getAndIncrement();
            rows.append("S%d,p%d@shop.test,Leeds,Upper Leeds%n".formatted(number, number));
        }
        return rows.toString();
    }

    private void everythingIsStored(WatchedHome home) {
        String stored = "SELECT count(*) FROM record WHERE deleted = 0 AND key LIKE 'S%'";
        WatchedHome.await(
                "for " + delivered.get() + " records", () -> Integer.parseInt(home.value(stored)) == delivered.get());
        assertThat(folder.resolve("data/drop").toFile().listFiles((dir, name) -> name.endsWith(".csv")))
                .isEmpty();
        assertThat(home.value("SELECT count(*) FROM profile WHERE live = 1 AND merged_into IS NULL"))
                .isEqualTo(String.valueOf(delivered.get()));
        assertThat(home.files.rows("SELECT id, route, status, message FROM run WHERE status <> 'running'"
                        + " AND trigger = 'schedule' AND route LIKE 'cust%' AND read <> stored + unchanged + rejected"))
                .as("runs whose counts do not add up")
                .isEmpty();
        assertThat(home.files.rows("SELECT id, route, message FROM run WHERE status = 'failed'"))
                .as("failed runs")
                .isEmpty();
    }

    private static void theRoutesAreThoseOfTheFiles(WatchedHome home) {
        Set<String> ids = ids(home);
        assertThat(running(home)).isEqualTo(ids);
        List<String> all = home.live().camel().context().getRoutes().stream()
                .map(Route::getId)
                .toList();
        assertThat(all).doesNotHaveDuplicates().hasSameElementsAs(ids);
        Map<String, Long> starts = home.live().camel().context().getEndpoints().stream()
                .map(endpoint -> endpoint.getEndpointBaseUri())
                .filter(uri -> uri.startsWith("hub://pull"))
                .collect(Collectors.groupingBy(uri -> uri, Collectors.counting()));
        assertThat(starts.values())
                .as("starts of routes, old ones too: " + starts)
                .containsOnly(1L);
    }

    private static Set<String> ids(WatchedHome home) {
        return home.live().hub().config().routes().stream()
                .map(RouteOutline::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> running(WatchedHome home) {
        return new TreeSet<>(home.running());
    }

    private static Set<String> camelThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("Camel (serai)") || name.contains("Quartz") || name.startsWith("run of"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
