package io.serai.connectors.jdbc;

import io.serai.connectors.jdbc.Relation.Column;
import io.serai.spi.Mutation;
import io.serai.spi.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes many rows of PostgreSQL in one statement, whose parameters are whole columns as arrays of text. It takes only what comes
 * out as row by row: types that mean the same as text, and rows of different keys. Whatever the database refuses is undone and
 * left to be written row by row, which finds the bad ones.
 */
final class ColumnArrays {

    /** Fewer are not worth it. */
    private static final int FEWEST = 50;

    private static final Set<String> NUMBERS = Set.of("int2", "int4", "int8", "numeric", "float4", "float8");
    private static final Set<String> TEXTS = Set.of("text", "varchar");
    private static final Set<String> OTHERS =
            Set.of("bpchar", "bool", "date", "time", "timestamp", "timestamptz", "uuid", "json", "jsonb");
    private static final Map<String, String> SERIALS =
            Map.of("smallserial", "int2", "serial", "int4", "bigserial", "int8");

    private final Connection connection;
    private final Dialect dialect;
    private final String table;
    private final Column key;
    private final Parameters parameters;

    ColumnArrays(Connection connection, Dialect dialect, String table, Column key, Parameters parameters) {
        this.connection = connection;
        this.dialect = dialect;
        this.table = table;
        this.key = key;
        this.parameters = parameters;
    }

    /** Inserts who is new to the hub and changes who is not. Returns those that it may not have written. */
    List<Mutation> upsert(List<Column> columns, List<Mutation> rows, List<Outcome> outcomes) throws SQLException {
        if (!areDifferent(rows)) {
            return rows;
        }
        Map<Boolean, List<Mutation>> fresh = rows.stream()
                .collect(Collectors.partitioningBy(row -> row.previous().isEmpty()));
        List<Mutation> rest = new ArrayList<>(insert(columns, fresh.get(true), outcomes));
        rest.addAll(update(columns, fresh.get(false), outcomes));
        return rest;
    }

    /** Inserts rows that the table lacks. Returns those that it may not have written. */
    List<Mutation> insert(List<Column> columns, List<Mutation> rows, List<Outcome> outcomes) throws SQLException {
        String sql = "INSERT INTO " + table + " (" + names(columns, this::quoted) + ") SELECT "
                + names(columns, column -> value(columns, column)) + " FROM " + source(columns, "")
                + " WHERE NOT EXISTS (SELECT 1 FROM " + table + " AS there WHERE there." + quoted(key) + " = "
                + value(columns, key) + ") RETURNING " + quoted(key);
        Set<String> inserted = write(sql, columns, rows, found -> found.getString(1));
        return split(rows, row -> inserted.contains(rows.get(row).match()), outcomes);
    }

    private List<Mutation> update(List<Column> columns, List<Mutation> rows, List<Outcome> outcomes)
            throws SQLException {
        if (columns.isEmpty()) {
            return rows;
        }
        String sets = columns.stream()
                .map(column -> quoted(column) + " = " + value(columns, column))
                .collect(Collectors.joining(", "));
        String sql = "UPDATE " + table + " AS there SET " + sets + " FROM " + source(columns, " WITH ORDINALITY")
                + " WHERE there." + quoted(key) + " = " + value(columns, key) + " RETURNING s.n";
        Set<Long> met = write(sql, columns, rows, found -> found.getLong(1));
        return split(rows, row -> met.contains(row + 1L), outcomes);
    }

    private static List<Mutation> split(List<Mutation> rows, IntPredicate written, List<Outcome> outcomes) {
        List<Mutation> rest = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (written.test(row)) {
                outcomes.add(RowStatements.written(rows.get(row)));
            } else {
                rest.add(rows.get(row));
            }
        }
        return rest;
    }

    /** Reads one row. */
    private interface Answer<T> {
        T of(ResultSet found) throws SQLException;
    }

    private <T> Set<T> write(String sql, List<Column> columns, List<Mutation> rows, Answer<T> answer)
            throws SQLException {
        Optional<List<String[]>> arrays = arrays(columns, rows);
        if (arrays.isEmpty()) {
            return Set.of();
        }
        Savepoint before = connection.setSavepoint();
        Set<T> answers = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arrays.get().size(); i++) {
                Array array = connection.createArrayOf("text", arrays.get().get(i));
                statement.setArray(i + 1, array);
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    answers.add(answer.of(found));
                }
            }
        } catch (SQLException e) {
            connection.rollback(before);
            return Set.of();
        }
        connection.releaseSavepoint(before);
        return answers;
    }

    /** A text for each value, column by column, the key last; empty when some would not come out the same. */
    private Optional<List<String[]>> arrays(List<Column> columns, List<Mutation> rows) {
        if (dialect != Dialect.POSTGRESQL || rows.size() < FEWEST || type(key) == null || !areDifferent(rows)) {
            return Optional.empty();
        }
        List<String[]> arrays = new ArrayList<>();
        for (Column column : columns) {
            String type = type(column);
            String[] texts = new String[rows.size()];
            for (int i = 0; i < texts.length; i++) {
                Object value = RowStatements.value(rows.get(i), column);
                if (type == null || !same(type, value)) {
                    return Optional.empty();
                }
                texts[i] = text(value);
            }
            arrays.add(texts);
        }
        arrays.add(rows.stream().map(Mutation::match).toArray(String[]::new));
        return Optional.of(arrays);
    }

    /** Rows of one key have an order among each other, which one statement does not keep. */
    private static boolean areDifferent(List<Mutation> rows) {
        Set<String> keys = new HashSet<>(2 * rows.size());
        return rows.stream().allMatch(row -> keys.add(row.match()));
    }

    /** Whether the text of a value becomes what the value itself would become in a column of that type. */
    private static boolean same(String type, Object value) {
        if (value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof BigDecimal) {
            return NUMBERS.contains(type) || TEXTS.contains(type);
        }
        if (value instanceof Boolean) {
            return type.equals("bool");
        }
        return value == null || value instanceof String || value instanceof Map || value instanceof List;
    }

    private String text(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal number ? number.toPlainString() : parameters.text(value);
    }

    private static String type(Column column) {
        String type = SERIALS.getOrDefault(column.typeName(), column.typeName());
        return NUMBERS.contains(type) || TEXTS.contains(type) || OTHERS.contains(type) ? type : null;
    }

    private String names(List<Column> columns, Function<Column, String> name) {
        return columns.stream().map(name).map(text -> text + ", ").collect(Collectors.joining()) + name.apply(key);
    }

    private String value(List<Column> columns, Column column) {
        int index = column.equals(key) ? columns.size() : columns.indexOf(column);
        return "s.c" + index + "::" + type(column);
    }

    private static String source(List<Column> columns, String numbered) {
        int count = columns.size() + 1;
        String names = IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
        return "unnest(" + String.join(", ", Collections.nCopies(count, "?::text[]")) + ")" + numbered + " AS s ("
                + names + (numbered.isEmpty() ? ")" : ", n)");
    }

    private String quoted(Column column) {
        return dialect.quote(column.name());
    }
}
