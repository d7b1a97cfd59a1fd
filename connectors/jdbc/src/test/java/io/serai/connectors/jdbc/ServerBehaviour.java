package io.serai.connectors.jdbc;

import static io.serai.connectors.jdbc.JdbcHome.mutation;
import static io.serai.connectors.jdbc.JdbcHome.pass;
import static io.serai.connectors.jdbc.JdbcHome.table;
import static io.serai.connectors.jdbc.JdbcHome.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.connectors.jdbc.JdbcHome.Pass;
import io.serai.connectors.jdbc.JdbcSettings.StreamSettings;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every database server. */
abstract class ServerBehaviour {

    @TempDir
    Path folder;

    JdbcConnector open;

    /** A connection of the test's own. */
    abstract Connection database() throws SQLException;

    abstract String url();

    abstract String user();

    /** A column type for an instant with microseconds. */
    abstract String instant();

    @BeforeEach
    void create() throws SQLException {
        sql(
                "DROP TABLE IF EXISTS contacts",
                "CREATE TABLE contacts (id INTEGER PRIMARY KEY, mail VARCHAR(100) UNIQUE, town VARCHAR(20), points DECIMAL(10,2),"
                        + " vip BOOLEAN, joined DATE, updated_at " + instant() + " NULL)");
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    JdbcConnector contacts() {
        return contacts(table("contacts", "updated_at", "id"));
    }

    JdbcConnector contacts(StreamSettings stream) {
        close();
        open = new JdbcHome(folder).open(url(), user(), null, "contacts", stream);
        return open;
    }

    void sql(String... statements) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void fill(int from, int to, String updatedAt) throws SQLException {
        try (Connection connection = database();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO contacts (id, mail, updated_at) VALUES (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int id = from; id < to; id++) {
                insert.setInt(1, id);
                insert.setString(2, "p" + id + "@x.example");
                insert.setTimestamp(3, updatedAt == null ? null : Timestamp.valueOf(updatedAt));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                StringBuilder row = new StringBuilder(String.valueOf(found.getObject(1)));
                for (int i = 2; i <= found.getMetaData().getColumnCount(); i++) {
                    row.append(' ').append(found.getObject(i));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }

    @Test
    void a_table_is_read_in_pages_that_can_be_resumed_and_then_by_what_changed() throws SQLException {
        fill(0, 10, null);
        fill(10, 7000, "2026-01-01 10:00:00.123456");
        fill(7000, 7005, "2026-01-01 10:00:00.123457");
        JdbcConnector crm = contacts();
        Pass first = pass(crm, Cursor.START);
        assertThat(first.keys()).hasSize(7005).doesNotHaveDuplicates();
        for (Cursor cursor : first.cursors()) {
            List<String> rest = pass(crm, cursor).keys();
            assertThat(rest).isEqualTo(first.keys().subList(7005 - rest.size(), 7005));
        }
        fill(8000, 8001, "2026-01-01 10:00:00.123457");
        fill(8001, 8002, "2026-01-01 10:00:00.123458");
        assertThat(pass(crm, first.end()).keys())
                .hasSize(10 + 5 + 2)
                .contains("7004", "8000", "8001")
                .doesNotContain("6999");
    }

    @Test
    void without_a_cursor_column_everything_is_read() throws SQLException {
        fill(0, 6000, null);
        JdbcConnector crm = contacts(table("contacts", null, "id"));
        assertThat(pass(crm, Cursor.START).keys())
                .isEqualTo(IntStream.range(0, 6000).mapToObj(String::valueOf).toList());
    }

    @Test
    void values_arrive_as_json_knows_them() throws SQLException {
        sql("INSERT INTO contacts VALUES (1, 'a@x', 'Köln', 12.50, true, '2020-02-29', '2026-03-01 09:30:00')");
        assertThat(pass(contacts(), Cursor.START).fields("1"))
                .containsEntry("id", 1)
                .containsEntry("town", "Köln")
                .containsEntry("points", new BigDecimal("12.50"))
                .containsEntry("vip", true)
                .containsEntry("joined", "2020-02-29")
                .satisfies(fields ->
                        assertThat(fields.get("updated_at").toString()).startsWith("2026-03-01T09:30:00"));
    }

    @Test
    void each_operation_does_what_it_says() throws SQLException {
        JdbcConnector crm = contacts();
        assertThat(write(
                        crm,
                        mutation("m1", Op.INSERT, "1", "id", 1, "mail", "a@x", "points", new BigDecimal("10.5")),
                        mutation("m2", Op.UPSERT, "2", "id", "2", "mail", "b@x", "vip", "true", "joined", "2020-01-31"),
                        mutation("m3", Op.UPDATE, "3", "town", "Bath"),
                        mutation("m4", Op.UPDATE, "2", "town", "Bath", "updated_at", "2026-01-02T03:04:05Z"),
                        mutation("m5", Op.UPSERT, "1", "town", 7),
                        mutation("m6", Op.INSERT, "2", "id", 2, "mail", "c@x"),
                        mutation("m7", Op.DELETE, "9")))
                .containsExactly(
                        "m1 written",
                        "m2 written",
                        "m3 rejected: the table has no row with this \"id\"",
                        "m4 written",
                        "m5 written",
                        "m6 rejected: the table has a row with this \"id\" already",
                        "m7 written");
        assertThat(rows("SELECT id, mail, town, points, joined FROM contacts ORDER BY id"))
                .containsExactly("1 a@x 7 10.50 null", "2 b@x Bath null 2020-01-31");
        assertThat(pass(crm, Cursor.START).fields("2").get("updated_at").toString())
                .startsWith("2026-01-02T03:04:05");
        assertThat(write(crm, mutation("m8", Op.DELETE, "1"), mutation("m8", Op.DELETE, "1")))
                .hasSize(2);
        assertThat(rows("SELECT id FROM contacts")).containsExactly("2");
    }

    @Test
    void a_bad_row_does_not_sink_good_ones() throws SQLException {
        fill(0, 1, null);
        List<String> outcomes = write(
                contacts(),
                mutation("m1", Op.UPSERT, "1", "mail", "one@x", "town", "York"),
                mutation("m2", Op.UPSERT, "2", "mail", "p0@x.example", "town", "York"),
                mutation(
                        "m3",
                        Op.UPSERT,
                        "3",
                        "mail",
                        "three@x",
                        "town",
                        "a town whose name is too long for the column"),
                mutation("m4", Op.UPSERT, "4", "mail", "four@x", "town", "York"),
                mutation("m5", Op.UPSERT, "5", "mail", "five@x", "points", "a secret text"),
                mutation("m6", Op.UPSERT, "6", "mail", "six@x", "joined", "31.12.2020"),
                mutation("m7", Op.UPSERT, "not a number", "mail", "seven@x"));
        assertThat(outcomes).hasSize(7);
        assertThat(outcomes.stream().filter(outcome -> outcome.endsWith("written")))
                .containsExactly("m1 written", "m4 written");
        assertThat(outcomes.toString()).doesNotContain("p0@x").doesNotContain("a secret text");
        assertThat(rows("SELECT id FROM contacts ORDER BY id")).containsExactly("0", "1", "4");
    }

    @Test
    void a_lost_answer_and_a_second_sending_leave_one_row() throws SQLException {
        sql("DROP TABLE IF EXISTS people", "CREATE TABLE people (mail VARCHAR(100), points INTEGER, joined DATE)");
        JdbcConnector crm = contacts(table("people", null, "mail"));
        Mutation insert =
                mutation("m1", Op.INSERT, "a@x", "mail", "a@x", "points", new BigDecimal("7"), "joined", "2020-01-01");
        Mutation upsert = mutation("m2", Op.UPSERT, "b@x", "points", 8);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(write(crm, insert, upsert)).containsExactly("m1 written", "m2 written");
        }
        assertThat(rows("SELECT mail, points FROM people ORDER BY mail")).containsExactly("a@x 7", "b@x 8");
    }

    @Test
    void a_batch_of_five_hundred_has_five_hundred_outcomes() throws SQLException {
        JdbcConnector crm = contacts();
        for (int round = 0; round < 2; round++) {
            List<Mutation> batch = new ArrayList<>();
            for (int n = 0; n < 500; n++) {
                batch.add(mutation("m" + n, Op.UPSERT, "" + n, "mail", "p" + n, "town", "r" + round));
            }
            assertThat(crm.write(crm.streams().get(0), batch))
                    .hasSize(500)
                    .allMatch(Outcome.Written.class::isInstance)
                    .extracting(Outcome::id)
                    .doesNotHaveDuplicates();
        }
        assertThat(rows("SELECT town, count(*) FROM contacts GROUP BY town")).containsExactly("r1 500");
    }

    @Test
    void the_check_says_what_was_meant() {
        contacts().check();
        assertThatThrownBy(() -> contacts(table("contcats", null, "id")).check())
                .hasMessageContaining("there is no table \"contcats\"")
                .hasMessageContaining("did you mean \"contacts\"?");
        assertThatThrownBy(() -> contacts(table("contacts", "updated", "id")).check())
                .hasMessageContaining("has no column \"updated\"");
    }

    @Test
    void a_server_that_is_not_there_is_tried_again_later() {
        close();
        open = new JdbcHome(folder)
                .open(url().replaceFirst(":\\d+/", ":1/"), user(), "s3cret", "contacts", table("contacts", null, "id"));
        assertThatThrownBy(() -> open.check())
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT))
                .hasMessageNotContaining("s3cret");
    }
}
