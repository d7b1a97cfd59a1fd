package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Numbers the changes of profiles: whoever remembers the last number finds what was touched since. */
final class StoreVersion {

    private static final String KEY = "version";

    private StoreVersion() {}

    static long current(Connection connection) throws SQLException {
        return Meta.number(connection, KEY);
    }

    static long next(Connection connection) throws SQLException {
        long next = current(connection) + 1;
        Meta.set(connection, KEY, String.valueOf(next));
        return next;
    }
}
