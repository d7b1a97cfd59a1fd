package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub route try}: one page through a route into nothing. */
class RouteTryTest {

    private static final String ROUTE = """
            - route:
                id: customers
                from:
                  uri: hub:pull/shop/customers
                  steps:
                    - setHeader: { name: where, constant: shop }
                    - split:
                        simple: "${body}"
                        steps:
                          - choice:
                              when:
                                - simple: "${body[city]} == 'Leeds'"
                                  steps:
                                    - setProperty: { name: local, constant: "yes" }
                              otherwise:
                                steps:
                                  - log: { message: "far away: ${body[city]}" }
                          - filter:
                              simple: "${body[city]} == 'York'"
                              steps:
                                - to: { id: tell, uri: "http://127.0.0.1:PORT/tell" }
                          - to: { uri: hub:ingest/customers }
                    - wireTap: { uri: "file:data/copies" }
                    - toD: { uri: "file:data/named?fileName=${header.where}.json" }
                    - to: { uri: direct:done }
                    - enrich: { constant: "http://127.0.0.1:PORT/ask" }
            - route:
                id: done
                from:
                  uri: direct:done
                  steps:
                    - setBody: { simple: "done in ${header.where}" }
            """;

    @TempDir
    private Path folder;

    private TestHome home;
    private Commands commands;

    @BeforeEach
    void open() {
        home = new TestHome(folder)
                .config("connections/shop.yaml", """
                        connector: files
                        settings: { uri: "file:data/shop", streams: { customers: { pattern: "customers-*.csv", key: id } } }
                        """)
                .config("connections/out.yaml", """
                        connector: files
                        settings: { uri: "file:data/out", streams: { people: { file: people.csv, key: id } } }
                        """)
                .config("identity.yaml", "identifiers: [{ name: email, normalise: email }]\nmatching: off\n")
                .config(
                        "mappings/customers.yaml",
                        "from: shop/customers\nto: profile\nfields: { email: email, city: city }\n")
                .config("mappings/people.yaml", """
                        from: profile
                        to: out/people
                        match: id
                        fields: { id: profile_id, email: email, city: city }
                        """)
                .config("segments/leeds.yaml", "name: Leeds\nwhere: { trait: city, is: Leeds }\n")
                .file("data/shop/customers-1.csv", """
                        id,email,city
                        1,ann@shop.test,Leeds
                        2,bob@shop.test,York
                        3,cat@shop.test,Hull
                        4,dan@shop.test,York
                        """);
        commands = new Commands(folder);
    }

    private void route(int port) {
        home.file("routes/customers.camel.yaml", ROUTE.replace("PORT", String.valueOf(port)));
    }

    @Test
    void every_step_is_shown_with_its_line_and_nothing_is_stored_or_sent() {
        route(1);
        Commands.Answer answer = commands.hub("route", "try", "customers");
        assertThat(answer.err()).doesNotContain("Failed");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .startsWith("customers, from hub:pull/shop/customers: one page, nothing stored, nothing sent.\n")
                .contains(
                        "line 6  setHeader where\n          header where = shop\n          body: 4 items, the first: {\"id\":\"1\"")
                .contains("line 7  split simple{${body}}\n          4 parts, the first 3 are shown")
                .contains("line 14     setProperty local\n              when ${body[city]} == 'Leeds'")
                .contains("otherwise\n              would log: far away: York")
                .contains("holds it back")
                .contains("lets it through")
                .contains("to http://127.0.0.1:1/tell (tell)\n              would send {\"id\":\"2\"")
                .contains("would take in 1 and refuse 0")
                .contains("left out, because it asks another system: add --call")
                .contains("wireTap file:data/copies\n          would send 4 items")
                .contains("body: done in shop");
        assertThat(folder.resolve("data")).isDirectoryNotContaining(path -> !path.endsWith("shop"));
    }

    @Test
    void steps_on_other_threads_are_shown_whole_and_in_the_order_of_the_route() {
        home.file("routes/aside.camel.yaml", """
                - route:
                    id: aside
                    from:
                      uri: hub:pull/shop/customers
                      steps:
                        - wireTap: { uri: direct:copied }
                        - to: { uri: seda:later }
                        - split:
                            simple: "${body}"
                            parallelProcessing: true
                            steps:
                              - delay: { simple: "${random(5,25)}" }
                              - setProperty: { name: part, simple: "${body[id]}" }
                - route:
                    id: copied
                    from:
                      uri: direct:copied
                      steps:
                        - delay: { constant: 400 }
                        - to: { uri: "file:data/copies" }
                - route:
                    id: after
                    from:
                      uri: seda:later
                      steps:
                        - delay: { constant: 400 }
                        - to: { uri: "file:data/later" }
                """);
        JsonNode steps = commands.hub("route", "try", "aside", "--json").json().get("steps");
        List<String> shown = new ArrayList<>();
        steps.forEach(step -> shown.add(step.get("step").asText().replaceFirst("delay .*", "delay")
                + step.at("/set/property part").asText()));
        assertThat(shown)
                .containsExactly(
                        "wireTap direct:copied",
                        "delay",
                        "to file:data/copies",
                        "to seda:later",
                        "split simple{${body}}",
                        "delay",
                        "setProperty part1",
                        "delay",
                        "setProperty part2",
                        "delay",
                        "setProperty part3",
                        "delay",
                        "to file:data/later");
        steps.forEach(step -> {
            if (step.get("step").asText().startsWith("to file:")) {
                assertThat(step.get("notes").toString()).contains("would send 4 items");
            }
        });
    }

    @Test
    void json_has_the_same() {
        route(1);
        JsonNode json = commands.hub("route", "try", "customers", "--json").json();
        assertThat(json.get("route").asText()).isEqualTo("customers");
        assertThat(json.get("error").isNull()).isTrue();
        JsonNode first = json.get("steps").get(0);
        assertThat(first.get("line").asInt()).isEqualTo(6);
        assertThat(first.get("file").asText()).isEqualTo("routes/customers.camel.yaml");
        assertThat(first.get("set").get("header where").asText()).isEqualTo("shop");
    }

    @Test
    void enrich_asks_only_when_it_is_told_to_and_a_plain_send_never_does() throws Exception {
        List<String> asked = new ArrayList<>();
        var server = com.sun.net.httpserver.HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            route(server.getAddress().getPort());
            commands.hub("route", "try", "customers");
            assertThat(asked).isEmpty();
            commands.hub("route", "try", "customers", "--call");
            assertThat(asked).containsExactly("/ask");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void from_the_checkpoint_only_what_is_new_comes_and_the_checkpoint_stays() throws Exception {
        table("CREATE TABLE customers (id TEXT PRIMARY KEY, email TEXT, city TEXT, at TEXT)");
        for (int day = 1; day <= 4; day++) {
            table("INSERT INTO customers VALUES ('" + day + "', 'p" + day + "@shop.test', 'Leeds', '2024-01-0" + day
                    + "T00:00:00Z')");
        }
        home.config("connections/shop.yaml", """
                        connector: jdbc
                        settings:
                          url: jdbc:sqlite:data/shop.db
                          streams: { customers: { table: customers, key: id, changed_at: at } }
                        """).pull("customers", "shop/customers");
        home.sync("customers");
        table("INSERT INTO customers VALUES ('5', 'eve@shop.test', 'Bath', '2024-02-01T00:00:00Z')");
        for (int again = 0; again < 2; again++) {
            String out = commands.hub("route", "try", "customers", "--from-checkpoint")
                    .out();
            assertThat(out)
                    .contains("would take in")
                    .doesNotContain("p1@shop.test")
                    .doesNotContain("would take in 5");
        }
        assertThat(commands.hub("route", "try", "customers").out()).contains("would take in 5 and refuse 0");
        assertThat(home.keys()).containsExactly("1", "2", "3", "4");
        assertThat(home.sync("customers").counts().stored()).isEqualTo(1);
    }

    private void table(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/shop.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_push_shows_what_the_mapping_makes_of_the_people_and_writes_no_file() {
        home.pull("customers", "shop/customers");
        home.sync("customers");
        home.push("out", "segment/leeds", "out/people", "upsert")
                .config("mappings/out-out.yaml", home.text("config/mappings/people.yaml"));
        Commands.Answer answer = commands.hub("route", "try", "out");
        assertThat(answer.out())
                .contains("would hand 1 person to the plan; {\"id\":\"")
                .contains("ann@shop.test");
        assertThat(folder.resolve("data/out")).doesNotExist();
        assertThat(home.rows("SELECT count(*) FROM plan")).containsExactly(List.of("0"));
        assertThat(home.rows("SELECT count(*) FROM run WHERE route = 'out'")).containsExactly(List.of("0"));
    }

    @Test
    void a_route_that_waits_for_others_takes_a_file_in_their_place() throws Exception {
        home.file("routes/drop.camel.yaml", """
                - route:
                    id: drop
                    from:
                      uri: file:data/drop
                      steps:
                        - to: { uri: hub:ingest/customers, parameters: { format: csv } }
                """);
        Commands.Answer none = commands.hub("route", "try", "drop");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("starts at file:data/drop").contains("--body FILE");
        Path body = Files.writeString(folder.resolve("mine.csv"), "id,email\n7,gus@shop.test\n,none@shop.test\n");
        Commands.Answer answer = commands.hub("route", "try", "drop", "--body", body.toString());
        assertThat(answer.out()).contains("would take in 1 and refuse 1").contains("the key is missing: id");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(folder.resolve("data/hub.db")).doesNotExist();
    }

    @Test
    void a_step_that_fails_is_named_with_the_reason() {
        home.file("routes/bad.camel.yaml", """
                - route:
                    id: bad
                    from:
                      uri: hub:pull/shop/customers
                      steps:
                        - setBody: { constant: "text" }
                        - to: { uri: hub:ingest/customers }
                """);
        Commands.Answer answer = commands.hub("route", "try", "bad");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out())
                .contains(
                        "line 7  to hub:ingest/customers\n          body: text\n          fails: \"hub:ingest/customers\" takes records")
                .contains("The page fails:");
    }

    @Test
    void a_dead_letter_is_not_sent_either() {
        home.file("routes/bad.camel.yaml", """
                - errorHandler:
                    deadLetterChannel: { deadLetterUri: "file:data/dead" }
                - route:
                    id: bad
                    from:
                      uri: hub:pull/shop/customers
                      steps:
                        - setBody: { constant: "text" }
                        - to: { uri: hub:ingest/customers }
                """);
        commands.hub("route", "try", "bad");
        assertThat(folder.resolve("data/dead")).doesNotExist();
    }

    @Test
    void a_route_that_nobody_has_is_asked_about() {
        route(1);
        assertThat(commands.hub("route", "try", "custmers").err()).contains("Did you mean \"customers\"?");
    }
}
