package io.serai.store;

import io.serai.profile.Amount;
import java.sql.Connection;
import java.sql.SQLException;

/** The stored values of traits, a narrow range of the table for each. */
final class TraitRows {

    private final Connection connection;

    TraitRows(Connection connection) {
        this.connection = connection;
    }

    /** Hands over each value there is: {@code Integer}, {@code Long}, {@code Double} or {@code String}. */
    void each(String trait, ProfileSet people, Visitor visitor) throws SQLException {
        Sql.each(
                connection,
                value -> {
                    int row = people.row(value.getLong(1));
                    if (row >= 0) {
                        visitor.value(row, value.getObject(2));
                    }
                },
                "SELECT profile_id, value FROM trait WHERE trait_id = (SELECT id FROM trait_name WHERE name = ?) AND "
                        + people.condition("profile_id"),
                people.after(trait));
    }

    /** Stores the values that differ from those stored; marks the rows of those people. */
    void replace(Names names, String trait, ProfileSet people, Object[] values, boolean[] changed) throws SQLException {
        Object[] stored = new Object[people.size()];
        each(trait, people, (row, value) -> stored[row] = value);
        try (Batch put = new Batch(
                        connection,
                        "INSERT INTO trait (trait_id, profile_id, value) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO UPDATE SET value = excluded.value");
                Batch drop = new Batch(connection, "DELETE FROM trait WHERE trait_id = ? AND profile_id = ?")) {
            for (int row = 0; row < stored.length; row++) {
                if (same(stored[row], values[row])) {
                    continue;
                }
                changed[row] = true;
                if (values[row] == null) {
                    drop.add(names.id(trait), people.id(row));
                } else {
                    put.add(names.id(trait), people.id(row), values[row]);
                }
            }
            put.flush();
            drop.flush();
        }
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
