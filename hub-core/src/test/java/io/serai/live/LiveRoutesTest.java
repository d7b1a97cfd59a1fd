package io.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved in routes/ while the hub runs. */
class LiveRoutesTest {

    private static final String DROP = """
            - route:
                id: drop
                from:
                  uri: file:data/drop
                  parameters: { delay: 50, initialDelay: 10 }
                  steps:
                    - to: { uri: hub:ingest/customers, parameters: { format: csv } }
            """;

    @TempDir
    private Path folder;

    @AutoClose
    private WatchedHome home;

    @BeforeEach
    void open() {
        home = new WatchedHome(folder);
    }

    static String pull(String id, String options) {
        return """
                - route:
                    id: %s
                    from:
                      uri: hub:pull/shop/customers
                      parameters: { %s }
                      steps:
                        - to: { uri: hub:ingest/customers }
                """.formatted(id, options);
    }

    @Test
    void a_route_that_is_saved_runs_and_the_others_do_not_notice() {
        home.start();
        var others = home.live().camel().context().getRoute("orders");
        home.save("routes/drop.camel.yaml", DROP);
        assertThat(home.hears("in effect")).isEqualTo("routes/drop.camel.yaml: in effect. New: drop.");
        home.save("data/drop/a.csv", "id,email,city\nS1,ann@shop.test,Leeds\n");
        WatchedHome.await(
                "for the file", () -> home.value("SELECT count(*) FROM record").equals("1"));
        assertThat(home.live().camel().context().getRoute("orders")).isSameAs(others);
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders", "drop");
    }

    @Test
    void a_renamed_route_stops_and_leaves_no_thread_no_endpoint_and_no_definition() {
        home.start();
        home.save("routes/customers.camel.yaml", pull("old", "every: 100ms"));
        home.hears("New: old.");
        WatchedHome.await("a run", () -> home.done("old") > 0);
        home.save("routes/customers.camel.yaml", pull("new", "every: 200ms"));
        home.hears("New: new. Stopped for good: old.");
        WatchedHome.await("a run", () -> home.done("new") > 1);
        long before = home.done("old");
        WatchedHome.await("runs", () -> home.done("new") > 3);
        assertThat(home.done("old")).isEqualTo(before);
        var context = home.live().camel().context();
        assertThat(home.running()).containsExactlyInAnyOrder("new", "orders");
        assertThat(context.getEndpoints().stream().map(Object::toString)).noneMatch(uri -> uri.contains("every=100ms"));
        assertThat(threads()).noneMatch(name -> name.contains("every=100ms"));
        home.delete("routes/customers.camel.yaml");
        home.hears("Stopped for good: new.");
        assertThat(home.running()).containsExactly("orders");
    }

    @Test
    void a_route_by_cron_leaves_no_trigger_behind() throws Exception {
        home.start();
        home.save("routes/customers.camel.yaml", pull("nightly", "cron: \"0/1 * * * * ?\""));
        home.hears("New: nightly.");
        WatchedHome.await("a run", () -> home.done("nightly") > 0);
        home.save("routes/customers.camel.yaml", pull("other", "cron: \"0 0 3 * * ?\""));
        home.hears("Stopped for good: nightly");
        long before = home.done("nightly");
        Thread.sleep(2200);
        assertThat(home.done("nightly")).isEqualTo(before);
    }

    @Test
    void a_bad_save_is_said_once_with_its_line_and_changes_nothing() throws Exception {
        home.start();
        var running = home.live().camel().context().getRoute("customers");
        home.save("routes/customers.camel.yaml", pull("customers", "evry: 100ms"));
        String mistake = home.hears("MISTAKE");
        assertThat(mistake)
                .contains("routes/customers.camel.yaml:5")
                .contains("evry")
                .contains("^");
        Thread.sleep(900);
        assertThat(home.said).hasSize(1);
        assertThat(home.live().camel().context().getRoute("customers")).isSameAs(running);
        home.save("config/segments/other.yaml", "name: Other\nwhere: { trait: spent, at_least: 5 }\n");
        WatchedHome.await("the mistake again with the next save", () -> home.said.size() == 2);
        home.forget().save("routes/customers.camel.yaml", pull("customers", "every: 1h"));
        home.hears("config/segments/other.yaml, routes/customers.camel.yaml: in effect.");
    }

    @Test
    void a_mistake_taken_back_is_over() {
        home.start();
        String good = home.files.text("routes/customers.camel.yaml");
        home.save("routes/customers.camel.yaml", "- rout:\n");
        home.hears("MISTAKE");
        home.save("routes/customers.camel.yaml", good);
        home.hears("The files are again what the hub runs by.");
    }

    @Test
    void a_file_written_in_two_steps_is_taken_when_it_is_whole() throws Exception {
        home.start();
        Path file = folder.resolve("routes/customers.camel.yaml");
        String text = pull("customers", "every: 1h");
        for (int half = 0; half < 5; half++) {
            Files.writeString(file, text.substring(0, 40 + half * 10));
            Thread.sleep(50);
        }
        Files.writeString(file, text);
        home.hears("in effect. Changed: customers.");
        assertThat(home.said).hasSize(1);
    }

    @Test
    void an_empty_file_keeps_the_old_route_or_stops_it_in_the_open() throws Exception {
        home.start();
        Files.writeString(folder.resolve("config/mappings/customers.yaml"), "");
        assertThat(home.hears("MISTAKE")).contains("config/mappings/customers.yaml");
        assertThat(home.running()).contains("customers");
    }

    /** As a listener whose port is taken: nothing is wrong with it until it starts. */
    static String cannotStart(String id) {
        return """
                - route:
                    id: %s
                    from:
                      uri: file:data/not-there
                      parameters: { autoCreate: false, startingDirectoryMustExist: true }
                      steps:
                        - to: { uri: hub:ingest/customers, parameters: { format: csv } }
                """.formatted(id);
    }

    @Test
    void a_route_that_does_not_start_puts_the_old_version_back() {
        home.files.file("routes/drop.camel.yaml", DROP);
        home.start();
        home.save("routes/drop.camel.yaml", DROP + cannotStart("nowhere"));
        assertThat(home.hears("not in effect")).contains("everything runs on as before");
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders", "drop");
        home.save("data/drop/a.csv", "id,email,city\nS1,ann@shop.test,Leeds\n");
        WatchedHome.await(
                "for the file", () -> home.value("SELECT count(*) FROM record").equals("1"));
    }

    @Test
    void a_schedule_goes_on_when_the_new_version_does_not_start() {
        home.files.file("routes/often.camel.yaml", pull("often", "every: 100ms"));
        home.files.file("routes/cron.camel.yaml", pull("cron", "cron: \"0/1 * * * * ?\""));
        home.start();
        for (String id : List.of("often", "cron")) {
            home.awaitRuns(id, 1);
            String file = "routes/" + id + ".camel.yaml";
            String good = home.files.text(file);
            home.forget().save(file, pull(id, "every: 1h") + cannotStart("nowhere"));
            home.hears("not in effect, everything runs on as before.");
            assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders", "often", "cron");
            home.awaitRuns(id, 2);
            home.forget().save(file, good);
            home.hears("The files are again what the hub runs by.");
        }
        home.awaitRuns("often", 2);
    }

    @Test
    void a_route_that_is_busy_for_longer_than_the_patience_is_put_off_and_swapped_later() {
        home.deliver("customers-1.csv", "id,email,city\nS1,ann@shop.test,Leeds\n");
        home.files.file("routes/slow.camel.yaml", slow(4000));
        home.start(Duration.ofSeconds(1));
        Thread run = new Thread(() -> home.run("slow"), "slow run");
        run.start();
        WatchedHome.await(
                "the page", () -> home.value("SELECT count(*) FROM record").equals("1"));
        home.save("routes/slow.camel.yaml", slow(1));
        assertThat(home.hears("not in effect yet."))
                .isEqualTo("routes/slow.camel.yaml: not in effect yet. The route \"slow\" is in the middle of a page or"
                        + " file that has not come to its end in 1 second.");
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders", "slow");
        assertThat(home.hears("in effect.")).endsWith("in effect. Changed: slow.");
        assertThat(home.run("slow").counts().rejected()).isZero();
        assertThat(home.value("SELECT count(*) FROM record")).isEqualTo("1");
    }

    private static String slow(int millis) {
        return pull("slow", "every: 1h") + "        - delay: { expression: { constant: { expression: \"" + millis
                + "\" } } }\n";
    }

    @Test
    void an_edited_kamelet_starts_the_routes_that_use_it_with_its_new_steps() {
        home.files.file("kamelets/kept.kamelet.yaml", kamelet("one")).file("routes/drop.camel.yaml", """
                - route:
                    id: drop
                    from:
                      uri: file:data/drop
                      parameters: { delay: 50, initialDelay: 10 }
                      steps:
                        - to: { uri: kamelet:kept }
                """);
        home.start();
        home.save("data/drop/a.txt", "a");
        WatchedHome.await("the first", () -> Files.exists(folder.resolve("data/one/a.txt")));
        home.save("kamelets/kept.kamelet.yaml", kamelet("two"));
        home.hears("kamelets/kept.kamelet.yaml: in effect.");
        assertThat(home.running()).contains("customers", "orders", "drop");
        home.save("data/drop/b.txt", "b");
        WatchedHome.await("the second", () -> Files.exists(folder.resolve("data/two/b.txt")));
        home.forget().save("kamelets/kept.kamelet.yaml", "kind: Kamelet\n");
        assertThat(home.hears("MISTAKE")).contains("kamelets/kept.kamelet.yaml");
        home.save("data/drop/c.txt", "c");
        WatchedHome.await("the third", () -> Files.exists(folder.resolve("data/two/c.txt")));
    }

    private static String kamelet(String folder) {
        return """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: { name: kept }
                spec:
                  definition: { title: Kept }
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to: { uri: "file:data/%s" }
                """.formatted(folder);
    }

    @Test
    void a_routes_folder_that_goes_and_comes_back_stops_nothing() throws IOException {
        home.start();
        Files.move(folder.resolve("routes"), folder.resolve("elsewhere"));
        home.hears("The folder routes is gone. Everything runs on as before until it is back.");
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders");
        Files.move(folder.resolve("elsewhere"), folder.resolve("routes"));
        home.save("routes/drop.camel.yaml", DROP);
        home.hears("New: drop.");
    }

    @Test
    void a_linked_file_is_watched_where_it_really_is() throws IOException {
        Path real = Files.writeString(folder.resolve("real.yaml"), pull("linked", "every: 1h"));
        Files.createSymbolicLink(folder.resolve("routes/linked.camel.yaml"), real);
        home.start();
        Files.writeString(real, pull("linked", "every: 2h"));
        home.hears("routes/linked.camel.yaml: in effect. Changed: linked.");
    }

    @Test
    void what_concerns_all_routes_starts_them_all_anew() {
        home.start();
        home.save("routes/errors.camel.yaml", """
                - routeConfiguration:
                    id: errors
                    onException:
                      - onException:
                          exception: [java.io.IOException]
                          steps:
                            - log: { message: "failed" }
                """);
        home.hears("in effect");
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders");
    }

    @Test
    void plugins_wait_for_the_next_start() {
        home.start();
        home.save("plugins/mine/connector.yaml", "name: mine\n");
        assertThat(home.hears("plugins/")).endsWith("takes effect when the hub is started again.");
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .collect(java.util.stream.Collectors.toSet());
    }
}
