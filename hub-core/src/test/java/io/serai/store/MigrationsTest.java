package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @TempDir
    private Path folder;

    /** A store as the first release left it, with one person. */
    private Path storeOfVersionOne() throws Exception {
        Path file = folder.resolve("hub.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            apply(statement, 1);
            statement.execute("INSERT INTO profile (id, created, version, live) VALUES (17, 1, 1, 1)");
            statement.execute("INSERT INTO signature (id, hash, hash2, feed_id, records, changed, profile_id)"
                    + " VALUES (5, 0, 0, 1, 1, 1, 17)");
            statement.execute("INSERT INTO profile (id, created, version, live) VALUES (18, 1, 1, 1), (19, 1, 1, 1)");
            statement.execute("INSERT INTO trait_name VALUES (1, 'city'), (2, 'visits'), (3, 'spent'), (4, 'said')");
            statement.execute("INSERT INTO trait VALUES (1, 17, 'Łódź'), (2, 17, 9007199254740993), (3, 17, 400.0),"
                    + " (4, 17, 'a \"b\" \\ ' || char(10, 7, 0, 128512)), (1, 19, '12'), (2, 19, 12),"
                    + " (3, 19, 0.30000000000000004), (4, 19, '')");
        }
        return file;
    }

    private static void apply(Statement statement, int... layouts) throws Exception {
        for (int layout : layouts) {
            try (var in = Migrations.class.getResourceAsStream("sqlite/00" + layout + ".sql")) {
                String script = new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n";
                for (String sql : script.split(";\\s*\\n")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
            statement.execute("PRAGMA user_version = " + layout);
        }
    }

    @Test
    void a_store_of_the_first_layout_is_brought_up_to_date_and_keeps_its_people() throws Exception {
        Path file = storeOfVersionOne();
        try (SqliteDatabase database = SqliteDatabase.openForWriting(file, "test")) {
            assertThat(database.<Double>read(connection -> Sql.first(
                                    connection,
                                    row -> row.getDouble(1),
                                    "SELECT certainty FROM profile WHERE id = 17 AND live = 1")
                            .orElseThrow()))
                    .as("what identifiers alone put together is certain")
                    .isEqualTo(1.0);
            assertThat(database.<Long>read(connection ->
                            Sql.number(connection, "SELECT profile_id FROM signature WHERE id = 5 AND said IS NULL")))
                    .isEqualTo(17L);
            for (String table :
                    new String[] {"match_key", "crowded_key", "match_model", "review", "identity_event", "household"}) {
                assertThat(database.<Long>read(connection -> Sql.number(connection, "SELECT count(*) FROM " + table)))
                        .as(table)
                        .isZero();
            }
        }
        SqliteDatabase.openForReading(file).close();
    }

    @Test
    void a_persons_traits_keep_their_values_to_the_last_bit_when_they_move_into_one_row() throws Exception {
        try (SqliteDatabase database = SqliteDatabase.openForWriting(storeOfVersionOne(), "test")) {
            Map<Long, Map<String, Object>> traits =
                    database.read(connection -> new TraitTable(connection).load(List.of(17L, 18L, 19L)));
            assertThat(traits)
                    .isEqualTo(Map.of(
                            17L,
                            Map.of(
                                    "city",
                                    "Łódź",
                                    "visits",
                                    9_007_199_254_740_993L,
                                    "spent",
                                    400.0,
                                    "said",
                                    "a \"b\" \\ \n\u0007\u0000\uD83D\uDE00"),
                            19L,
                            Map.of("city", "12", "visits", 12L, "spent", 0.30000000000000004, "said", "")));
        }
    }

    @Test
    void households_keep_their_number_and_are_counted() throws Exception {
        Path file = storeOfVersionOne();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            apply(statement, 2, 3, 4);
            statement.execute("INSERT INTO household VALUES (17, 7, 3), (18, 7, 3), (19, 8, 4)");
            statement.execute("INSERT INTO trait_name VALUES (9, 'household_id'), (8, 'household_size')");
            statement.execute("INSERT INTO trait VALUES (9, 17, 'H3'), (8, 17, 2), (9, 18, 'H3'), (8, 18, 2)");
        }
        try (SqliteDatabase database = SqliteDatabase.openForWriting(file, "test")) {
            Map<Long, Map<String, Object>> traits =
                    database.read(connection -> new TraitTable(connection).load(List.of(17L, 18L, 19L)));
            assertThat(traits.get(17L)).containsEntry("household_id", "H3").containsEntry("household_size", 2L);
            assertThat(traits.get(18L)).isEqualTo(Map.of("household_id", "H3", "household_size", 2L));
            assertThat(traits.get(19L)).containsEntry("household_id", "H4").containsEntry("household_size", 1L);
            assertThat(database.<Long>read(connection -> Sql.number(connection, "SELECT count(*) FROM trait")))
                    .isEqualTo(8L + 6L);
        }
    }

    @Test
    void a_command_that_reads_does_not_migrate_and_says_what_does() throws Exception {
        Path file = storeOfVersionOne();
        assertThatThrownBy(() -> SqliteDatabase.openForReading(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("layout 1")
                .hasMessageContaining("hub sync");
    }
}
