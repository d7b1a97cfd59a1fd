package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Numbers the changes of profiles: whoever remembers the last number finds what was touched since. */
final class StoreVersion {

    private StoreVersion() {}

    static long current(Connection connection) throws SQLException {
        return Sql.number(
                connection, "SELECT coalesce((SELECT cast(value AS INTEGER) FROM meta WHERE key = 'version'), 0)");
    }

    static long next(Connection connection) throws SQLException {
        long next = current(connection) + 1;
        Sql.update(
                connection,
                "INSERT INTO meta (key, value) VALUES ('version', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                String.valueOf(next));
        return next;
    }
}
