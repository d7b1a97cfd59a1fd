package io.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.Hub;
import io.serai.HubHome;
import io.serai.TestHome;
import io.serai.config.Problem;
import io.serai.profile.Progress;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Route;

/** A home on disk whose hub runs and watches, and what it said. */
final class WatchedHome implements AutoCloseable {

    static final String CUSTOMERS = """
            from: shop/customers
            to: profile
            fields: { shop_id: id, email: email, city: city }
            """;

    final TestHome files;
    final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private Hub hub;
    private volatile Runnable whileDeriving = () -> {};
    private LiveHub live;
    private HomeWatch watch;

    WatchedHome(Path folder) {
        files = new TestHome(folder)
                .config("connections/shop.yaml", """
                        connector: files
                        settings:
                          uri: file:data/shop
                          streams:
                            customers: { pattern: "customers-*.csv", key: id }
                            orders: { pattern: "orders-*.csv", key: number }
                        """)
                .config("connections/out.yaml", """
                        connector: files
                        settings: { uri: "file:data/out", streams: { people: { file: people.csv, key: id } } }
                        """)
                .config("identity.yaml", """
                        identifiers: [{ name: shop_id, per_profile: 1 }, { name: email, normalise: email }]
                        matching: off
                        """)
                .config("mappings/customers.yaml", CUSTOMERS)
                .config("mappings/orders.yaml", """
                        from: shop/orders
                        to: order
                        person: { shop_id: customer }
                        fields: { id: number, time: at, total: total }
                        """)
                .config("mappings/people.yaml", """
                        from: profile
                        to: out/people
                        match: id
                        fields: { id: profile_id, email: email, city: city }
                        """)
                .config("traits.yaml", "spent: { sum: order.total }\n")
                .config("segments/big.yaml", "name: Big\nwhere: { trait: spent, at_least: 100 }\n")
                .file("data/shop/README", "")
                .pull("customers", "shop/customers")
                .pull("orders", "shop/orders");
    }

    /** A CSV file in the shop's folder, put there at once. */
    WatchedHome deliver(String name, String text) {
        return save("data/shop/" + name, text);
    }

    /** Saves as most editors do: another file, renamed. */
    WatchedHome save(String file, String text) {
        try {
            Path path = files.path(file);
            Files.createDirectories(path.getParent());
            Path beside = path.resolveSibling("." + path.getFileName() + ".saving");
            Files.writeString(beside, text);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes two customers with one e-mail for one person. */
    WatchedHome sharing() {
        return save(
                "config/identity.yaml", files.text("config/identity.yaml").replace("per_profile: 1", "per_profile: 5"));
    }

    WatchedHome delete(String file) {
        try {
            Files.delete(files.path(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WatchedHome start() {
        return start(Duration.ofSeconds(30));
    }

    /** @param patience how long a page or file under way may take until an edit is put off */
    WatchedHome start(Duration patience) {
        Teller teller = new Teller();
        watch = HomeWatch.of(files.folder(), teller);
        HubHome home = HubHome.load(files.folder(), Optional.empty());
        assertThat(home.checked().problems().stream().filter(problem -> problem.severity() == Problem.Severity.ERROR))
                .isEmpty();
        hub = Hub.writing(home, "test", Progress.NONE, reread -> said.add(reread.text()));
        live = LiveHub.start(hub, teller, patience);
        watch.start(live);
        return this;
    }

    /** What happens whenever the hub tells how far it has derived again, and what that changed. */
    WatchedHome whileDeriving(Runnable meanwhile) {
        whileDeriving = meanwhile;
        return this;
    }

    LiveHub live() {
        return live;
    }

    /** The next sentence that contains this. */
    String hears(String part) {
        await(() -> "to hear \"" + part + "\"; said was " + said, () -> find(part)
                .isPresent());
        return find(part).orElseThrow();
    }

    Optional<String> find(String part) {
        synchronized (said) {
            return said.stream().filter(sentence -> sentence.contains(part)).findFirst();
        }
    }

    WatchedHome forget() {
        said.clear();
        return this;
    }

    /** Runs a route once, in the running hub. */
    RunView run(String route) {
        return live.camel().runOnce(route, RunRequest.send(Trigger.COMMAND));
    }

    /** The ids of the routes in Camel that run. */
    Set<String> running() {
        return live.camel().context().getRoutes().stream()
                .filter(route -> live.camel()
                        .context()
                        .getRouteController()
                        .getRouteStatus(route.getId())
                        .isStarted())
                .map(Route::getId)
                .collect(Collectors.toSet());
    }

    /** Waits until a route has run so often more, counted from now. */
    void awaitRuns(String route, int more) {
        long before = done(route);
        await("runs of " + route, () -> done(route) >= before + more);
    }

    long done(String route) {
        return hub.runs().list(route, 1000).stream()
                .filter(run -> run.status() == RunStatus.DONE)
                .count();
    }

    String value(String sql) {
        return files.rows(sql).get(0).get(0);
    }

    static void await(String what, BooleanSupplier until) {
        await(() -> what, until);
    }

    private static void await(Supplier<String> what, BooleanSupplier until) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!until.getAsBoolean()) {
            assertThat(Instant.now()).as(() -> "waited " + what.get()).isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        if (watch != null && live != null) {
            watch.close();
            live.close();
            hub.close();
            watch = null;
        }
    }

    private final class Teller implements LiveTeller {

        @Override
        public void say(String sentence) {
            said.add(sentence);
            if (sentence.startsWith("The configuration means")) {
                whileDeriving.run();
            }
        }

        @Override
        public void mistakes(HubHome home) {
            home.checked().problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .forEach(problem -> said.add("MISTAKE " + home.text(problem)));
        }

        @Override
        public void at(String what, long done, long all) {
            said.add("PROGRESS " + done + "/" + all + " " + what);
            whileDeriving.run();
        }
    }
}
