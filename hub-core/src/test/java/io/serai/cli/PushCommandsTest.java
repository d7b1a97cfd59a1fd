package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push into a database that has opinions, by commands. */
class PushCommandsTest {

    @TempDir
    private Path folder;

    private TestHome home;
    private Commands commands;

    @BeforeEach
    void people_of_a_file_and_a_table_that_refuses_some() throws SQLException {
        home = new TestHome(folder)
                .config("hub.yaml", """
                        name: Test
                        timezone: UTC
                        store: { sqlite: data/hub.db }
                        guards: { max_removals: 10%, max_change: 100%, first_run: approve }
                        """)
                .config("connections/shop.yaml", """
                        connector: files
                        settings: { uri: file:data/shop, streams: { customers: { pattern: "*.csv", key: id } } }
                        """)
                .config("connections/crm.yaml", """
                        connector: jdbc
                        settings: { url: jdbc:sqlite:data/crm.db, streams: { audience: { table: audience, key: email } } }
                        """)
                .config("identity.yaml", """
                        identifiers: [ { name: shop_id }, { name: email, normalise: email } ]
                        matching: off
                        """)
                .config("mappings/customers.yaml", """
                        from: shop/customers
                        to: profile
                        fields: { shop_id: id, email: email, city: city }
                        """)
                .config("mappings/out-york.yaml", """
                        from: profile
                        to: crm/audience
                        match: email
                        fields: { email: email, town: city }
                        """)
                .config("segments/living.yaml", "name: Living\nwhere: { trait: city, is_not: gone }\n")
                .pull("customers", "shop/customers")
                .push("york", "segment/living", "crm/audience", "mirror");
        customers("York", "York", "Hull", "York", "York");
        table("CHECK (town <> 'Hull')");
        commands = new Commands(folder);
        assertThat(commands.hub("sync", "customers").exitCode()).isZero();
    }

    private void customers(String... towns) {
        StringBuilder rows = new StringBuilder("id,email,city\n");
        for (int n = 0; n < towns.length; n++) {
            rows.append("S%d,p%d@x.test,%s\n".formatted(n, n, towns[n]));
        }
        home.file("data/shop/customers.csv", rows.toString());
    }

    private void table(String condition) throws SQLException {
        sql(
                "CREATE TABLE IF NOT EXISTS audience (email TEXT PRIMARY KEY, town TEXT)",
                "ALTER TABLE audience RENAME TO old",
                "CREATE TABLE audience (email TEXT PRIMARY KEY, town TEXT " + condition + ")",
                "INSERT INTO audience SELECT * FROM old",
                "DROP TABLE old");
    }

    private void sql(String... statements) throws SQLException {
        try (Connection crm = DriverManager.getConnection("jdbc:sqlite:" + home.path("data/crm.db"))) {
            for (String statement : statements) {
                crm.createStatement().execute(statement);
            }
        }
    }

    private List<String> audience() {
        return TestHome.rows("jdbc:sqlite:" + home.path("data/crm.db"), "SELECT email FROM audience ORDER BY 1")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private long approve(String route) {
        Answer held = commands.hub("sync", route, "--json");
        assertThat(held.exitCode()).as(held.err()).isZero();
        assertThat(held.json().get("status").asText()).isEqualTo("held");
        assertThat(held.json().get("sent").asInt()).isZero();
        return home.rows("SELECT max(id) FROM plan").stream()
                .mapToLong(row -> Long.parseLong(row.get(0)))
                .sum();
    }

    @Test
    void a_first_push_waits_and_whoever_is_refused_then_is_sent_again_by_retry_only() throws SQLException {
        long plan = approve("york");
        assertThat(audience()).isEmpty();

        Answer applied = commands.hub("apply", String.valueOf(plan), "--json");
        JsonNode run = applied.json();
        assertThat(applied.exitCode()).isEqualTo(3);
        assertThat(run.get("sent").asInt()).isEqualTo(4);
        assertThat(run.get("rejected").asInt()).isEqualTo(1);
        assertThat(run.get("planned").asInt()).isEqualTo(5);
        assertThat(commands.hub("runs", run.get("run").asText()).out()).contains("p2@x.test", "CHECK");

        assertThat(commands.hub("sync", "york", "--json").json().get("sent").asInt())
                .isZero();
        table("");
        assertThat(commands.hub("sync", "york", "--json").json().get("sent").asInt())
                .as("not sent again by itself")
                .isZero();
        Answer retried = commands.hub("retry", run.get("run").asText(), "--json");
        assertThat(retried.exitCode()).as(retried.err()).isZero();
        assertThat(retried.json().get("sent").asInt()).isEqualTo(1);
        assertThat(audience()).hasSize(5);
    }

    @Test
    void removals_beyond_the_guard_wait_for_approval_of_exactly_that_plan() throws SQLException {
        table("");
        commands.hub("apply", String.valueOf(approve("york")));
        assertThat(audience()).hasSize(5);

        customers("gone", "gone", "Hull", "York", "York");
        assertThat(commands.hub("sync", "customers").exitCode()).isZero();
        long plan = approve("york");
        assertThat(audience()).hasSize(5);
        assertThat(commands.hub("apply", String.valueOf(plan), "--json")
                        .json()
                        .get("sent")
                        .asInt())
                .isEqualTo(2);
        assertThat(audience()).containsExactly("p2@x.test", "p3@x.test", "p4@x.test");
        assertThat(commands.hub("sync", "york", "--json").json().get("planned").asInt())
                .isZero();
    }

    @Test
    void a_letter_that_asks_for_certainty_names_whom_it_holds_in_the_plan_and_in_the_run() throws SQLException {
        table("");
        home.file("routes/letter.camel.yaml", """
                - route:
                    id: letter
                    from:
                      uri: hub:profiles
                      steps:
                        - to:
                            uri: hub:push/crm/audience
                            parameters: { mapping: out-york, mode: mirror, min_certainty: 0.999 }
                """);
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + home.path("data/hub.db"))) {
            store.createStatement().execute("UPDATE profile SET certainty = 0.993 WHERE id = 2");
        }
        String why = "its weakest link has certainty 0.993; this push asks for 0.999";
        JsonNode plan = commands.hub("plan", "letter", "--json").json();
        assertThat(plan.get("held").asInt()).isEqualTo(1);
        assertThat(plan.findValuesAsText("reason")).contains(why);

        Answer applied = commands.hub("apply", plan.get("plan").asText(), "--json");
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.json().get("sent").asInt()).isEqualTo(4);
        assertThat(audience()).hasSize(4);

        JsonNode synced = commands.hub("sync", "letter", "--json").json();
        assertThat(synced.get("planned").asInt()).isEqualTo(1);
        assertThat(synced.get("held").asInt()).isEqualTo(1);
        Answer run = commands.hub("runs", synced.get("run").asText());
        assertThat(run.out()).contains("HELD BACK", "P2", why);
        JsonNode listed = commands.hub("runs", synced.get("run").asText(), "--json")
                .json()
                .get("held_back");
        assertThat(listed.get(0).get("profile_id").asText()).isEqualTo("P2");
        assertThat(listed.get(0).get("reason").asText()).isEqualTo(why);
    }
}
