package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a connection sorts, and keeps its temporary tables: in memory, as a rule, but what grows with the store is in files. */
final class TemporaryStore {

    private TemporaryStore() {}

    static void inFiles(Connection connection) throws SQLException {
        set(connection, "FILE");
    }

    static void inMemory(Connection connection) throws SQLException {
        set(connection, "MEMORY");
    }

    /** A transaction that has temporary tables goes on with what it had: it cannot be told otherwise. */
    private static void set(Connection connection, String where) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM pragma_database_list WHERE name = 'temp'") == 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA temp_store=" + where);
            }
        }
    }
}
