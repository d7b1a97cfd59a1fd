package io.serai.store;

import io.serai.profile.Amount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The stored values of traits, a narrow range of the table for each. */
final class TraitRows {

    private final Connection connection;

    TraitRows(Connection connection) {
        this.connection = connection;
    }

    /** Hands over each value there is: {@code Integer}, {@code Long}, {@code Double} or {@code String}. */
    void each(String trait, ProfileSet people, Visitor visitor) throws SQLException {
        String sql =
                "SELECT profile_id, value FROM trait WHERE trait_id = (SELECT id FROM trait_name WHERE name = ?) AND "
                        + people.condition("profile_id");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, trait);
            people.bind(statement, 2);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int row = people.row(rows.getLong(1));
                    if (row >= 0) {
                        visitor.value(row, rows.getObject(2));
                    }
                }
            }
        }
    }

    /** Stores the values that differ from those stored; marks the rows of those people. */
    void replace(String trait, ProfileSet people, Object[] values, boolean[] changed) throws SQLException {
        Object[] stored = new Object[people.size()];
        each(trait, people, (row, value) -> stored[row] = value);
        long id = 0;
        try (PreparedStatement put =
                        connection.prepareStatement("INSERT INTO trait (trait_id, profile_id, value) VALUES (?, ?, ?)"
                                + " ON CONFLICT (trait_id, profile_id) DO UPDATE SET value = excluded.value");
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM trait WHERE trait_id = ? AND profile_id = ?")) {
            for (int row = 0; row < stored.length; row++) {
                if (same(stored[row], values[row])) {
                    continue;
                }
                changed[row] = true;
                id = id == 0 ? id(trait) : id;
                PreparedStatement statement = values[row] == null ? delete : put;
                statement.setLong(1, id);
                statement.setLong(2, people.id(row));
                if (values[row] != null) {
                    statement.setObject(3, values[row]);
                }
                statement.addBatch();
            }
            if (id != 0) {
                put.executeBatch();
                delete.executeBatch();
            }
        }
    }

    private long id(String trait) throws SQLException {
        Queries.update(connection, "INSERT INTO trait_name (name) VALUES (?) ON CONFLICT (name) DO NOTHING", trait);
        return Queries.longs(connection, "SELECT id FROM trait_name WHERE name = ?", trait)[0];
    }

    private static boolean same(Object stored, Object value) {
        if (stored instanceof Number && value instanceof Number) {
            return Amount.of(stored).compareTo(Amount.of(value)) == 0;
        }
        return stored == null ? value == null : stored.equals(value);
    }

    /** Takes values. */
    @FunctionalInterface
    interface Visitor {
        void value(int row, Object value);
    }
}
