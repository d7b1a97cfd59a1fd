package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What a store says of itself, a text a key: how far something was done, and by which rules. */
final class Meta {

    private Meta() {}

    static Optional<String> of(Connection connection, String key) throws SQLException {
        return Sql.first(connection, row -> row.getString(1), "SELECT value FROM meta WHERE key = ?", key);
    }

    /** The whole number that stands there; 0 when nothing does. */
    static long number(Connection connection, String key) throws SQLException {
        return of(connection, key).map(Long::valueOf).orElse(0L);
    }

    static void set(Connection connection, String key, String value) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                key,
                value);
    }

    static void remove(Connection connection, String key) throws SQLException {
        Sql.update(connection, "DELETE FROM meta WHERE key = ?", key);
    }
}
