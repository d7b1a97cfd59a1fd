package io.serai.connectors.jdbc;

import static io.serai.connectors.jdbc.JdbcHome.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many rows at once come out as the same rows one by one, which is how few rows are written. */
class PostgresBatchTest {

    private static final int ROWS = 240;

    private static final Map<String, String> COLUMNS = new TreeMap<>(Map.of(
            "words", "TEXT",
            "short", "VARCHAR(8)",
            "padded", "CHAR(4)",
            "whole", "INT",
            "small", "SMALLINT",
            "money", "NUMERIC(10,2)",
            "ratio", "FLOAT8",
            "flag", "BOOL",
            "day", "DATE",
            "doc", "JSONB"));

    /** What fits somewhere, and fits elsewhere with a change or not at all. */
    private static final List<Object> VALUES = Arrays.asList(
            null,
            "abc",
            "longer than eight",
            " 7 ",
            "12.5",
            "é\"\\{},\n",
            "",
            "true",
            "2026-01-02",
            "2026-01-02T03:04:05Z",
            12,
            -40_000L,
            new BigDecimal("12.50"),
            new BigDecimal("12.565"),
            new BigDecimal("1E+3"),
            true,
            Map.of("a", List.of(1, "x")),
            List.of(1, 2));

    private static EmbeddedPostgres server;

    @TempDir
    private Path folder;

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

    @ParameterizedTest(name = "{0} by a key that is {1}")
    @CsvSource({
        "UPSERT, TEXT PRIMARY KEY",
        "UPSERT, TEXT",
        "UPSERT, VARCHAR(4) PRIMARY KEY",
        "UPSERT, SERIAL PRIMARY KEY",
        "UPSERT, CHAR(5) PRIMARY KEY",
        "INSERT, TEXT PRIMARY KEY",
        "INSERT, INT PRIMARY KEY"
    })
    void rows_at_once_come_out_as_one_by_one(Op op, String key) throws SQLException {
        for (long seed = 0; seed < 6; seed++) {
            lay("together", key, seed);
            lay("singly", key, seed);
            List<Mutation> rows = mutations(op, new Random(seed));
            Map<String, String> together = write("together", rows, rows.size());
            Map<String, String> singly = write("singly", rows, 1);
            assertThat(rows)
                    .filteredOn(row -> !together.get(row.id()).equals(singly.get(row.id())))
                    .as("seed %d: rows whose outcomes differ", seed)
                    .isEmpty();
            List<String> rest = held("together");
            held("singly").forEach(rest::remove);
            assertThat(rest).as("seed %d: rows that should be others", seed).isEmpty();
            assertThat(held("together")).as("seed %d", seed).hasSameSizeAs(held("singly"));
        }
    }

    @Test
    void nothing_is_cut_to_fit() throws SQLException {
        sql("DROP TABLE IF EXISTS cut", "CREATE TABLE cut (id TEXT PRIMARY KEY, short VARCHAR(3))");
        List<Mutation> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(new Mutation(
                    "m" + i, Op.UPSERT, "k" + i, null, Map.of("short", i == 57 ? "four" : "abc"), Map.of()));
        }
        Map<String, String> outcomes = write("cut", rows, rows.size());
        assertThat(outcomes.get("m57")).isEqualTo("Rejected");
        assertThat(outcomes.values()).filteredOn("Written"::equals).hasSize(99);
        assertThat(held("cut")).hasSize(99).allMatch(row -> row.endsWith("abc)"));
    }

    private static void lay(String table, String key, long seed) throws SQLException {
        StringBuilder columns = new StringBuilder("id " + key);
        COLUMNS.forEach(
                (name, type) -> columns.append(", ").append(name).append(' ').append(type));
        sql("DROP TABLE IF EXISTS " + table, "CREATE TABLE " + table + " (" + columns + ")");
        Random random = new Random(seed);
        for (int id = 1; id <= ROWS; id++) {
            // Some are there, one of them twice where the table lets it.
            if (random.nextInt(3) == 0 && seed > 0) {
                sql("INSERT INTO " + table + " (id, words) VALUES ('" + id + "', 'before')");
            }
        }
        if (key.equals("TEXT")) {
            sql("INSERT INTO " + table + " (id, words) SELECT id, words FROM " + table + " LIMIT 1");
        }
    }

    /** Of one shape, so that they are written together. Rows of an even seed are mostly sound. */
    private static List<Mutation> mutations(Op op, Random random) {
        List<String> names =
                COLUMNS.keySet().stream().filter(name -> random.nextInt(3) == 0).toList();
        boolean sound = random.nextBoolean();
        List<Mutation> rows = new ArrayList<>();
        for (int i = 1; i <= ROWS; i++) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (String name : names) {
                fields.put(name, sound && random.nextInt(80) > 0 ? null : VALUES.get(random.nextInt(VALUES.size())));
            }
            fields.put("words", VALUES.get(random.nextInt(2)));
            Map<String, Object> previous = random.nextBoolean() ? Map.of() : Map.of("words", "before");
            String match = String.valueOf(random.nextInt(60) == 0 ? 1 + random.nextInt(ROWS) : i);
            rows.add(new Mutation("m" + i, op, match, null, fields, previous));
        }
        return rows;
    }

    private Map<String, String> write(String table, List<Mutation> rows, int size) {
        Map<String, String> outcomes = new TreeMap<>();
        try (JdbcConnector connector = new JdbcHome(folder)
                .open(
                        server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", ""),
                        "postgres",
                        null,
                        table,
                        table(table, null, "id"))) {
            for (int from = 0; from < rows.size(); from += size) {
                for (Outcome outcome : connector.write(
                        connector.streams().get(0), rows.subList(from, Math.min(rows.size(), from + size)))) {
                    assertThat(outcomes.put(outcome.id(), outcome.getClass().getSimpleName()))
                            .isNull();
                }
            }
        }
        return outcomes;
    }

    private static List<String> held(String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT t::text FROM " + table + " t ORDER BY 1")) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
