package io.serai.connectors.jdbc;

import static io.serai.connectors.jdbc.JdbcHome.mutation;
import static io.serai.connectors.jdbc.JdbcHome.pass;
import static io.serai.connectors.jdbc.JdbcHome.query;
import static io.serai.connectors.jdbc.JdbcHome.table;
import static io.serai.connectors.jdbc.JdbcHome.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.connectors.jdbc.JdbcHome.Pass;
import io.serai.connectors.jdbc.JdbcSettings.StreamSettings;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Op;
import io.serai.spi.Stream.ReadMode;
import io.serai.spi.Use;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {

    private static final String URL = "jdbc:sqlite:data/crm.db";

    @TempDir
    Path folder;

    private JdbcHome home;

    @AutoClose
    private Connection crm;

    @BeforeEach
    void start() throws Exception {
        home = new JdbcHome(folder);
        Files.createDirectories(folder.resolve("data"));
        crm = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/crm.db"));
        sql("create table contacts(id integer primary key, mail text unique, town text, updated_at text)");
    }

    private void sql(String... statements) throws SQLException {
        try (Statement statement = crm.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    private void contacts(int from, int to, String updatedAt) throws SQLException {
        crm.setAutoCommit(false);
        try (PreparedStatement insert = crm.prepareStatement("insert or replace into contacts values(?,?,?,?)")) {
            for (int id = from; id < to; id++) {
                insert.setInt(1, id);
                insert.setString(2, "p" + id + "@x.example");
                insert.setString(3, "York");
                insert.setString(4, updatedAt);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        crm.setAutoCommit(true);
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = crm.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(String.join(" ", row.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }

    private JdbcConnector contacts() {
        return home.open(URL, "contacts", table("contacts", "updated_at", "id"));
    }

    @Test
    void a_pass_reads_what_changed_since_the_last_and_what_has_the_same_time_again() throws SQLException {
        contacts(0, 3, "2026-01-01T10:00:00Z");
        contacts(3, 5, "2026-01-02T10:00:00Z");
        JdbcConnector crm = contacts();
        Pass first = pass(crm, Cursor.START);
        assertThat(first.keys()).containsExactly("0", "1", "2", "3", "4");
        assertThat(first.fields("0")).containsEntry("id", 0).containsEntry("town", "York");

        contacts(9, 10, "2026-01-02T10:00:00Z");
        contacts(1, 2, "2026-01-03T10:00:00Z");
        assertThat(pass(crm, first.end()).keys()).containsExactly("3", "4", "9", "1");
    }

    @Test
    void a_transaction_that_was_slow_to_commit_is_not_lost() throws SQLException {
        contacts(0, 1, "2026-01-01T10:00:00+00:00");
        contacts(1, 2, "2026-01-01T11:00:30+00:00");
        JdbcConnector crm = home.open(
                URL, "c", new StreamSettings("contacts", null, List.of("id"), "updated_at", null, null, null));
        Pass first = pass(crm, Cursor.START);
        contacts(2, 3, "2026-01-01T10:59:45+00:00");
        assertThat(pass(crm, first.end()).keys()).containsExactly("2", "1");
    }

    @Test
    void rows_that_never_changed_have_no_time_and_are_read_in_every_pass() throws SQLException {
        contacts(0, 6000, null);
        contacts(7000, 7002, "2026-01-01");
        JdbcConnector crm = contacts();
        Pass first = pass(crm, Cursor.START);
        assertThat(first.keys()).hasSize(6002).doesNotHaveDuplicates();
        sql("update contacts set town = 'Hull' where id = 17");
        assertThat(pass(crm, first.end()).fields("17")).containsEntry("town", "Hull");
    }

    @Test
    void rows_without_a_key_are_reported() throws SQLException {
        sql(
                "create table loose(id text, mail text, at integer)",
                "insert into loose values (null,'a',1),('x','b',2),('','c',3)");
        Pass pass = pass(home.open(URL, "loose", table("loose", "at", "id")), Cursor.START);
        assertThat(pass.changes())
                .filteredOn(Change.Unreadable.class::isInstance)
                .hasSize(2);
        assertThat(pass.keys()).contains("x");
    }

    @Test
    void every_page_is_the_same_again_and_a_pass_can_be_resumed_at_each() throws SQLException {
        contacts(0, 6000, "2026-01-01T10:00:00Z");
        contacts(6000, 12_500, "2026-01-02T10:00:00Z");
        contacts(12_500, 12_600, null);
        JdbcConnector crm = contacts();
        Pass whole = pass(crm, Cursor.START);
        assertThat(whole.keys()).hasSize(12_600).doesNotHaveDuplicates();
        assertThat(whole.cursors()).hasSize(3);
        for (Cursor cursor : whole.cursors()) {
            List<String> rest = pass(contacts(), cursor).keys();
            assertThat(rest).isEqualTo(whole.keys().subList(12_600 - rest.size(), 12_600));
        }
    }

    @Test
    void a_change_while_a_pass_is_under_way_is_not_lost() throws SQLException {
        contacts(0, 6000, "2026-01-01T10:00:00Z");
        JdbcConnector crm = contacts();
        var page = crm.read(crm.streams().get(0), Cursor.START);
        sql("update contacts set town = 'Bath', updated_at = '2026-01-05' where id = 3");
        sql("insert into contacts values (-1, 'n@x.example', 'Bath', '2026-01-01T10:00:00Z')");
        Pass rest = pass(crm, page.next());
        assertThat(rest.fields("3")).containsEntry("town", "Bath");
        sql("update contacts set updated_at = '2026-01-05' where id = -1");
        assertThat(pass(crm, rest.end()).keys()).contains("-1", "3");
    }

    @Test
    void a_row_dated_into_the_next_century_does_not_hide_later_changes() throws SQLException {
        contacts(0, 2, "2026-01-01");
        contacts(2, 3, "2099-01-01");
        JdbcConnector crm = contacts();
        Pass first = pass(crm, Cursor.START);
        contacts(0, 1, "2026-01-02");
        assertThat(pass(crm, first.end()).keys()).contains("0");
    }

    @Test
    void numbers_times_and_several_columns_serve_as_cursor_and_key() throws SQLException {
        sql("create table sales(branch text, no integer, at integer, amount real, primary key(branch, no))");
        sql("insert into sales values ('York',1,5,1.5),('York',2,5,2),('Bath',1,5,3),('Bath',2,9,4)");
        JdbcConnector crm = home.open(URL, "sales", table("sales", "at", "branch", "no"));
        Pass first = pass(crm, Cursor.START);
        assertThat(first.keys()).containsExactly("Bath|1", "York|1", "York|2", "Bath|2");
        sql("insert into sales values ('Hull',1,10,1)");
        assertThat(pass(crm, first.end()).keys()).containsExactly("Bath|2", "Hull|1");
        assertThat(crm.streams().get(0).operations()).isEmpty();
    }

    @Test
    void without_a_cursor_column_everything_is_read() throws SQLException {
        contacts(0, 12_000, null);
        JdbcConnector crm = home.open(URL, "contacts", table("contacts", null, "id"));
        assertThat(crm.streams().get(0).read()).contains(ReadMode.SNAPSHOT);
        Pass first = pass(crm, Cursor.START);
        assertThat(new HashSet<>(first.keys())).hasSize(12_000);
        assertThat(pass(crm, first.end()).keys()).hasSize(12_000);
    }

    @Test
    void a_query_is_read_like_a_table() throws SQLException {
        contacts(0, 10, "2026-01-01");
        JdbcConnector crm = home.open(
                URL,
                "mails",
                query(
                        "select id as contact, upper(mail) as mail, updated_at from contacts where id < 4; ",
                        "updated_at",
                        "contact"));
        assertThat(pass(crm, Cursor.START).keys()).containsExactly("0", "1", "2", "3");
        assertThat(crm.streams().get(0).operations()).isEmpty();
    }

    @Test
    void a_missing_database_is_named_and_not_created() {
        JdbcConnector lost = home.open("jdbc:sqlite:data/lost.db", "contacts", table("contacts", null, "id"));
        assertThatThrownBy(lost::check)
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                .hasMessageContaining("lost.db\" does not exist");
        assertThat(folder.resolve("data/lost.db")).doesNotExist();
    }

    @Test
    void a_column_that_a_mapping_fills_and_the_table_does_not_have_is_missing() {
        JdbcConnector crm = home.open(URL, "contacts", table("contacts", null, "id"));
        Use push = new Use(crm.streams().get(0), false, true, Set.of("mail", "TOWN", "ltv"));
        assertThat(crm.missing(push))
                .containsExactly(
                        "There is no column \"ltv\" in the table \"contacts\": add it there, or take it out of the"
                                + " mapping.");
    }

    @Test
    void a_database_without_a_driver_says_where_to_put_one_and_not_what_its_address_holds() {
        JdbcConnector oracle = home.open("jdbc:oracle:thin:scott/tiger@db", "contacts", table("contacts", null, "id"));
        assertThatThrownBy(oracle::check)
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                .hasMessage(
                        "there is no driver for jdbc:oracle: correct \"url\", or put the driver's jar into lib/ beside hub");
    }

    @Test
    void the_check_says_what_was_meant() {
        assertThatThrownBy(
                        () -> home.open(URL, "c", table("contcats", null, "id")).check())
                .hasMessageContaining("there is no table \"contcats\": did you mean \"contacts\"?");
        assertThatThrownBy(() -> home.open(URL, "c", table("contacts", "updatedat", "id"))
                        .check())
                .hasMessageContaining("no column \"updatedat\": did you mean \"updated_at\"?");
        assertThatThrownBy(
                        () -> home.open(URL, "c", query("selec 1", null, "id")).check())
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("syntax error");
        contacts().check();
    }

    @Test
    void a_database_that_is_none_is_refused() throws Exception {
        Files.writeString(folder.resolve("data/page.db"), "<!doctype html><html>login</html>".repeat(100));
        assertThatThrownBy(() -> home.open("jdbc:sqlite:data/page.db", "c", table("contacts", null, "id"))
                        .check())
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                .hasMessageContaining("not a database");
    }

    @Test
    void each_operation_does_what_it_says() throws SQLException {
        JdbcConnector crm = contacts();
        assertThat(write(
                        crm,
                        mutation("m1", Op.INSERT, "1", "id", 1, "mail", "a@x.example"),
                        mutation("m2", Op.UPSERT, "2", "id", 2, "mail", "b@x.example", "town", "Hull"),
                        mutation("m3", Op.UPDATE, "3", "town", "Bath"),
                        mutation("m4", Op.UPDATE, "2", "town", "Bath"),
                        mutation("m5", Op.UPSERT, "1", "town", "Leeds"),
                        mutation("m6", Op.INSERT, "2", "id", 2, "mail", "c@x.example"),
                        mutation("m7", Op.DELETE, "9")))
                .containsExactly(
                        "m1 written",
                        "m2 written",
                        "m3 rejected: the table has no row with this \"id\"",
                        "m4 written",
                        "m5 written",
                        "m6 rejected: the table has a row with this \"id\" already",
                        "m7 written");
        assertThat(rows("select id, mail, town from contacts order by id"))
                .containsExactly("1 a@x.example Leeds", "2 b@x.example Bath");
        write(crm, mutation("m8", Op.DELETE, "1"));
        assertThat(rows("select id from contacts")).containsExactly("2");
    }

    @Test
    void a_lost_answer_and_a_second_sending_leave_one_row() throws SQLException {
        sql("create table people(mail text, points integer, joined text)");
        JdbcConnector crm = home.open(URL, "people", table("people", null, "mail"));
        var insert = mutation("m1", Op.INSERT, "a@x.example", "mail", "a@x.example", "points", 7, "joined", null);
        var upsert = mutation("m2", Op.UPSERT, "b@x.example", "points", 8);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(write(crm, insert, upsert)).containsExactly("m1 written", "m2 written");
        }
        assertThat(rows("select * from people")).containsExactly("a@x.example 7 null", "b@x.example 8 null");
    }

    @Test
    void a_bad_row_does_not_sink_good_ones() throws SQLException {
        contacts(0, 1, "2026-01-01");
        JdbcConnector crm = contacts();
        List<String> outcomes = write(
                crm,
                mutation("m1", Op.UPSERT, "1", "id", 1, "mail", "one@x.example"),
                mutation("m2", Op.UPSERT, "2", "id", 2, "mail", "p0@x.example"),
                mutation("m3", Op.UPSERT, "3", "id", 3, "mail", "three@x.example"));
        assertThat(outcomes.get(0)).isEqualTo("m1 written");
        assertThat(outcomes.get(1)).contains("m2 rejected", "UNIQUE").doesNotContain("p0@x");
        assertThat(outcomes.get(2)).isEqualTo("m3 written");
        assertThat(rows("select id from contacts order by id")).containsExactly("0", "1", "3");
    }

    @Test
    void a_column_that_is_not_there_stops_the_batch_with_advice() {
        assertThatThrownBy(() -> write(contacts(), mutation("m1", Op.UPSERT, "1", "twon", "York")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("did you mean \"town\"?");
    }

    @Test
    void a_locked_database_is_tried_again_later() throws SQLException {
        sql("begin exclusive");
        assertThatThrownBy(() -> write(contacts(), mutation("m1", Op.UPSERT, "1", "town", "York")))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));
        sql("commit");
    }
}
