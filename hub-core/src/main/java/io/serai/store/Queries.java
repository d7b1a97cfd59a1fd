package io.serai.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** Questions to a connection whose answers are plain values. */
final class Queries {

    private Queries() {}

    /** The first column of all rows. */
    static long[] longs(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return longs(rows);
        }
    }

    static long[] longs(ResultSet rows) throws SQLException {
        long[] values = new long[64];
        int size = 0;
        while (rows.next()) {
            values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
            values[size++] = rows.getLong(1);
        }
        return Arrays.copyOf(values, size);
    }

    /** The first column of the first row. */
    static Optional<String> text(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        }
    }

    static PreparedStatement prepare(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
