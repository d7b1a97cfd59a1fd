package io.serai.connectors.jdbc;

import static io.serai.connectors.jdbc.JdbcHome.mutation;
import static io.serai.connectors.jdbc.JdbcHome.pass;
import static io.serai.connectors.jdbc.JdbcHome.query;
import static io.serai.connectors.jdbc.JdbcHome.table;
import static io.serai.connectors.jdbc.JdbcHome.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.serai.connectors.jdbc.JdbcSettings.StreamSettings;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Op;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresTest extends ServerBehaviour {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException | RuntimeException e) {
            abort("PostgreSQL cannot be started here: " + e.getMessage());
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Connection database() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    @Override
    String url() {
        return server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
    }

    @Override
    String user() {
        return "postgres";
    }

    @Override
    String instant() {
        return "TIMESTAMPTZ";
    }

    @Test
    void documents_lists_and_identifiers_of_postgresql_are_read_and_written() throws SQLException {
        sql(
                "DROP TABLE IF EXISTS things",
                "CREATE TABLE things (id UUID PRIMARY KEY, doc JSONB, tags TEXT[], big NUMERIC, at TIMESTAMP, raw BYTEA)",
                "INSERT INTO things VALUES ('7a9bfe3e-0000-4000-8000-000000000001', '{\"a\": [1, 2.50]}', '{x,y}',"
                        + " 12345678901234567890.1, '2026-01-01 00:00:00', 'abc')");
        JdbcConnector things = contacts(table("things", "at", "id"));
        var first = pass(things, Cursor.START);
        assertThat(first.fields("7a9bfe3e-0000-4000-8000-000000000001"))
                .containsEntry("doc", Map.of("a", List.of(1, new BigDecimal("2.50"))))
                .containsEntry("tags", List.of("x", "y"))
                .containsEntry("big", new BigDecimal("12345678901234567890.1"))
                .containsEntry("at", "2026-01-01T00:00:00")
                .containsEntry("raw", "YWJj");
        assertThat(write(
                        things,
                        mutation(
                                "m1",
                                Op.UPSERT,
                                "7a9bfe3e-0000-4000-8000-000000000002",
                                "doc",
                                Map.of("b", true),
                                "at",
                                "2026-01-02T03:04:05Z")))
                .containsExactly("m1 written");
        assertThat(pass(things, first.end()).keys())
                .containsExactly("7a9bfe3e-0000-4000-8000-000000000001", "7a9bfe3e-0000-4000-8000-000000000002");
    }

    @Test
    void a_transaction_that_was_slow_to_commit_is_not_lost() throws SQLException {
        fill(1, 2, "2026-01-01 10:00:30.5");
        JdbcConnector crm =
                contacts(new StreamSettings("contacts", null, List.of("id"), "updated_at", "2m", null, null));
        var first = pass(crm, Cursor.START);
        fill(2, 3, "2026-01-01 09:59:00.25");
        fill(3, 4, "2026-01-01 09:50:00");
        assertThat(pass(crm, first.end()).keys()).containsExactly("2", "1");
    }

    @Test
    void schemas_and_names_in_any_case_are_found() throws SQLException {
        sql(
                "DROP SCHEMA IF EXISTS crm CASCADE",
                "CREATE SCHEMA crm",
                "CREATE TABLE crm.\"Kunden \"\"neu\"\"\" (\"Id\" INTEGER PRIMARY KEY, name TEXT)",
                "INSERT INTO crm.\"Kunden \"\"neu\"\"\" VALUES (1, 'A')");
        assertThat(pass(contacts(table("crm.kunden \"neu\"", null, "id")), Cursor.START)
                        .fields("1"))
                .containsEntry("Id", 1);
        assertThat(pass(
                                contacts(query(
                                        "SELECT \"Id\" AS key FROM crm.\"Kunden \"\"neu\"\"\" -- all", null, "key")),
                                Cursor.START)
                        .keys())
                .containsExactly("1");
    }

    @Test
    void a_constraint_that_is_looked_at_late_refuses_only_its_row() throws SQLException {
        sql(
                "DROP TABLE IF EXISTS late",
                "CREATE TABLE late (id INTEGER PRIMARY KEY, boss INTEGER REFERENCES late DEFERRABLE INITIALLY DEFERRED)");
        assertThat(write(
                        contacts(table("late", null, "id")),
                        mutation("m1", Op.UPSERT, "1", "boss", null),
                        mutation("m2", Op.UPSERT, "2", "boss", 77),
                        mutation("m3", Op.UPSERT, "3", "boss", 1)))
                .satisfies(outcomes -> assertThat(outcomes.get(1)).contains("m2 rejected", "foreign key"))
                .contains("m1 written", "m3 written");
    }

    @Test
    void a_connection_that_breaks_is_tried_again_later_and_works_then() throws SQLException {
        JdbcConnector crm = contacts();
        crm.check();
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'serai'");
        sql(
                "CREATE OR REPLACE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$",
                "CREATE TRIGGER dies BEFORE INSERT ON contacts FOR EACH ROW EXECUTE FUNCTION die()");
        assertThatThrownBy(() -> write(crm, mutation("m1", Op.UPSERT, "1", "town", "York")))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));
        sql("DROP TRIGGER dies ON contacts");
        assertThat(write(crm, mutation("m1", Op.UPSERT, "1", "town", "York"))).containsExactly("m1 written");
    }

    @Test
    void a_wrong_user_or_database_needs_a_person() {
        assertThatThrownBy(() -> {
                    close();
                    open = new JdbcHome(folder)
                            .open(
                                    url().replace("/postgres", "/nowhere"),
                                    user(),
                                    null,
                                    "c",
                                    table("contacts", null, "id"));
                    open.check();
                })
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                .hasMessageContaining("nowhere");
    }
}
