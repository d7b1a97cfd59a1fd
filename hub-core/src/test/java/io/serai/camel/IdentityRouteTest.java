package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.sync.Counts;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that start where the hub took two profiles for one person, or one for two. */
class IdentityRouteTest {

    @TempDir
    private Path folder;

    @AutoClose
    private TestHome home;

    @BeforeEach
    void nothing_has_happened() {
        home = new TestHome(folder);
    }

    private void happened(String kind, long profile, long other) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/hub.db"));
                var insert =
                        connection.prepareStatement("INSERT INTO identity_event (at, kind, profile_id, other_id, why)"
                                + " VALUES (1764000000000, ?, ?, ?, 'the same e-mail')")) {
            insert.setString(1, kind);
            insert.setLong(2, profile);
            insert.setLong(3, other);
            insert.executeUpdate();
        }
    }

    private void route(String parameters, String steps) {
        home.routes("events", """
                - route:
                    id: events
                    from:
                      uri: hub:identity
                      parameters: { %s }
                      steps:
                        - marshal: { json: {} }
                %s
                """.formatted(parameters, steps.indent(8)));
    }

    private static String write() {
        return """
                - to:
                    uri: file:%s
                    parameters: { fileName: "${header.HubRun}-${header.HubPage}.json" }
                """;
    }

    private void toFiles(String parameters) {
        route(parameters, write().formatted(folder.resolve("out")));
    }

    private List<String> files() throws IOException {
        if (!Files.exists(folder.resolve("out"))) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("out")).sorted()) {
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void a_page_of_events_is_one_exchange_and_is_not_delivered_again() throws Exception {
        happened("merge", 7, 2);
        happened("split", 2, 9);
        toFiles("");
        RunView run = home.sync("events");
        assertThat(run.message()).isNull();
        assertThat(run.counts()).isEqualTo(Counts.ofRead(0, 0, 0, 2, 0));
        assertThat(files())
                .containsExactly("[{\"event\":1,\"kind\":\"merge\",\"profile_id\":\"P7\",\"other_id\":\"P2\","
                        + "\"at\":\"2025-11-24T16:00:00Z\",\"why\":\"the same e-mail\"},"
                        + "{\"event\":2,\"kind\":\"split\",\"profile_id\":\"P2\",\"other_id\":\"P9\","
                        + "\"at\":\"2025-11-24T16:00:00Z\",\"why\":\"the same e-mail\"}]");
        assertThat(home.checkpoint("events", "hub/identity")).isEqualTo("2");
        assertThat(home.sync("events").counts()).isEqualTo(Counts.NONE);
        happened("restored", 7, 0);
        assertThat(home.sync("events").counts().read()).isEqualTo(1);
        assertThat(files()).anySatisfy(file -> assertThat(file).contains("\"other_id\":null"));
    }

    @Test
    void only_the_kinds_that_are_asked_for_come_and_the_checkpoint_passes_the_others() throws Exception {
        happened("merge", 7, 2);
        happened("alias", 5, 2);
        happened("split", 2, 9);
        happened("restored", 9, 2);
        toFiles("kinds: \"merge, split\"");
        assertThat(home.sync("events").counts().read()).isEqualTo(2);
        assertThat(home.checkpoint("events", "hub/identity")).isEqualTo("4");
        assertThat(files())
                .singleElement()
                .asString()
                .contains("merge", "split")
                .doesNotContain("alias", "restored");
    }

    @Test
    void many_events_come_page_by_page_each_once() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/hub.db"))) {
            connection.createStatement().execute("""
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
                    INSERT INTO identity_event (at, kind, profile_id, other_id, why) SELECT i, 'merge', i, 1, '' FROM n""");
        }
        toFiles("");
        assertThat(home.sync("events").counts().read()).isEqualTo(1200);
        assertThat(files()).hasSize(3);
        assertThat(String.join("", files()).split("\"event\":")).hasSize(1201);
        assertThat(home.checkpoint("events", "hub/identity")).isEqualTo("1200");
    }

    @Test
    void a_page_whose_route_failed_comes_again() throws Exception {
        happened("merge", 7, 2);
        route("", write().formatted(folder.resolve("out")) + """
                - throwException: { message: "no paper", exceptionType: java.lang.IllegalStateException }
                """);
        assertThat(home.sync("events").status()).isEqualTo(RunStatus.FAILED);
        assertThat(home.checkpoint("events", "hub/identity")).isEmpty();
        assertThat(files()).hasSize(1);
        toFiles("");
        assertThat(home.sync("events").counts().read()).isEqualTo(1);
        assertThat(files()).hasSize(2);
        assertThat(home.checkpoint("events", "hub/identity")).isEqualTo("1");
    }

    @Test
    void events_can_be_taken_in_as_records_and_count_as_stored() throws Exception {
        happened("merge", 7, 2);
        home.routes("events", """
                - route:
                    id: events
                    from:
                      uri: hub:identity
                      steps:
                        - split:
                            simple: "${body}"
                            steps:
                              - setBody: { simple: "${body}" }
                              - to: { uri: hub:ingest/shop-customers }
                """);
        RunView run = home.sync("events");
        assertThat(run.message()).isNull();
        assertThat(run.counts().read()).isEqualTo(1);
        assertThat(run.counts().stored() + run.counts().rejected()).isEqualTo(1);
    }

    @Test
    void a_route_of_events_has_no_plan() {
        toFiles("");
        RunView run = home.sync("events", RunRequest.plan());
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).contains("hub sync events");
        assertThat(home.sync("events", RunRequest.send(Trigger.COMMAND)).counts())
                .isEqualTo(Counts.NONE);
    }

    @Test
    void events_come_by_a_schedule() throws Exception {
        toFiles("every: 1s");
        home.start();
        happened("merge", 7, 2);
        for (int wait = 0; wait < 200 && files().isEmpty(); wait++) {
            Thread.sleep(50);
        }
        assertThat(files()).hasSize(1);
    }
}
