package io.serai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.serai.sync.RunView;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL that a home pulls people from and pushes a segment into. */
class PostgresHomeTest {

    @TempDir
    private Path folder;

    private EmbeddedPostgres server;
    private TestHome home;

    @BeforeEach
    void a_database_with_contacts_and_an_audience() throws SQLException {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException | RuntimeException e) {
            abort("PostgreSQL cannot be started here: " + e.getMessage());
        }
        sql(
                "CREATE TABLE contacts (id BIGINT PRIMARY KEY, mail TEXT, town TEXT, updated_at TIMESTAMPTZ NOT NULL)",
                "INSERT INTO contacts SELECT n, 'P' || n || '@x.test', CASE WHEN n % 3 = 0 THEN 'York' ELSE 'Hull' END,"
                        + " now() - interval '1 day' FROM generate_series(1, 30) n",
                "CREATE TABLE audience (email TEXT PRIMARY KEY, town TEXT, note TEXT)",
                "INSERT INTO audience VALUES ('boss@x.test', 'York', 'by hand')");
        home = new TestHome(folder)
                .config("connections/crm.yaml", """
                        connector: jdbc
                        settings:
                          url: %s
                          user: postgres
                          streams:
                            contacts: { table: contacts, key: id, changed_at: updated_at }
                            audience: { table: audience, key: email }
                        """.formatted(url()))
                .config("identity.yaml", """
                        identifiers: [ { name: crm_id }, { name: email, normalise: email } ]
                        matching: off
                        """)
                .config("mappings/contacts.yaml", """
                        from: crm/contacts
                        to: profile
                        fields: { crm_id: id, email: mail, city: town }
                        """)
                .config("segments/york.yaml", "name: York\nwhere: { trait: city, is: York }\n")
                .pull("contacts", "crm/contacts");
        for (String route : List.of("mirror", "upsert")) {
            home.config("mappings/out-" + route + ".yaml", """
                    from: profile
                    to: crm/audience
                    match: email
                    fields: { email: email, town: city }
                    """).push(route, "segment/york", "crm/audience", route);
        }
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private String url() {
        return server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    /** The audience with the number of the transaction that wrote each row last. */
    private List<List<String>> audience() {
        return TestHome.rows(
                url() + "?user=postgres",
                "SELECT email, town, xmin::text FROM audience WHERE note IS NULL ORDER BY email");
    }

    @Test
    void a_segment_is_mirrored_into_a_table_and_an_unchanged_one_touches_no_row() throws SQLException {
        assertThat(home.sync("contacts").counts().stored()).isEqualTo(30);
        assertThat(home.sync("mirror").counts().sent()).isEqualTo(10);
        List<List<String>> first = audience();
        assertThat(first).hasSize(10).allSatisfy(row -> assertThat(row.get(1)).isEqualTo("York"));

        assertThat(home.sync("contacts").counts().stored()).isZero();
        RunView again = home.sync("mirror");
        assertThat(again.counts().planned()).isZero();
        assertThat(again.counts().sent()).isZero();
        assertThat(audience()).isEqualTo(first);

        sql(
                "UPDATE contacts SET town = 'Leeds', updated_at = now() WHERE id = 3",
                "UPDATE contacts SET town = 'York', updated_at = now() WHERE id = 1");
        assertThat(home.sync("contacts").counts().stored()).isEqualTo(2);
        assertThat(home.sync("mirror").counts().sent()).isEqualTo(2);
        assertThat(audience())
                .hasSize(10)
                .extracting(row -> row.get(0))
                .contains("p1@x.test")
                .doesNotContain("p3@x.test");
        assertThat(TestHome.rows(url() + "?user=postgres", "SELECT note FROM audience WHERE email = 'boss@x.test'"))
                .as("a row that the hub did not write")
                .containsExactly(List.of("by hand"));
    }

    @Test
    void an_upsert_adds_and_changes_but_leaves_those_who_left() throws SQLException {
        home.sync("contacts");
        sql("INSERT INTO audience VALUES ('p6@x.test', 'Nowhere', NULL)");
        assertThat(home.sync("upsert").counts().sent()).isEqualTo(10);
        assertThat(audience()).hasSize(10).allSatisfy(row -> assertThat(row.get(1))
                .isEqualTo("York"));

        sql("UPDATE contacts SET town = 'Leeds', updated_at = now() WHERE id IN (3, 6, 9)");
        home.sync("contacts");
        assertThat(home.sync("upsert").counts().sent()).isZero();
        assertThat(audience()).hasSize(10);
    }
}
