package io.serai.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Short forms of JDBC. A set of values travels as one JSON parameter, read by {@code json_each}. */
final class Sql {

    private Sql() {}

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    static void each(Connection connection, RowTaker taker, String sql, Object... parameters) throws SQLException {
        some(
                connection,
                row -> {
                    taker.take(row);
                    return true;
                },
                sql,
                parameters);
    }

    /** Rows until the taker has enough. */
    static void some(Connection connection, RowReader<Boolean> takesMore, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = PreparedStatements.take(connection, sql);
        try {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                boolean more = true;
                while (more && rows.next()) {
                    more = takesMore.read(rows);
                }
            }
        } finally {
            PreparedStatements.giveBack(connection, sql, statement);
        }
    }

    static <T> List<T> list(Connection connection, RowReader<T> reader, String sql, Object... parameters)
            throws SQLException {
        List<T> found = new ArrayList<>();
        each(connection, row -> found.add(reader.read(row)), sql, parameters);
        return found;
    }

    static <T> Optional<T> first(Connection connection, RowReader<T> reader, String sql, Object... parameters)
            throws SQLException {
        return list(connection, reader, sql, parameters).stream().findFirst();
    }

    static long number(Connection connection, String sql, Object... parameters) throws SQLException {
        return first(connection, row -> row.getLong(1), sql, parameters).orElse(0L);
    }

    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = PreparedStatements.take(connection, sql);
        try {
            bind(statement, parameters);
            return statement.executeUpdate();
        } finally {
            PreparedStatements.giveBack(connection, sql, statement);
        }
    }

    static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** A set as the text of a JSON array. */
    static String json(Collection<?> values) {
        try {
            return Json.MAPPER.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a list of plain values as JSON", e);
        }
    }

    /** Numbers as the text of a JSON array. */
    static String json(long[] numbers) {
        StringBuilder text = new StringBuilder(numbers.length * 8 + 2).append('[');
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ",").append(numbers[i]);
        }
        return text.append(']').toString();
    }

    /** A nullable number column. */
    static Long nullableLong(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** Made when it is first asked for: its classes take a tenth of the start of a command. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();
    }
}
