package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Takes an index away while all that it holds is written, and makes it after that: sorted at once it costs a fraction. */
final class IndexLast {

    private IndexLast() {}

    /** Writes what an index holds. */
    @FunctionalInterface
    interface Writing {
        void run() throws SQLException;
    }

    /** @param index which is there, and by which nobody is reading; a failure undoes everything with the transaction */
    static void after(Connection connection, String index, Writing writing) throws SQLException {
        String sql = Sql.first(
                        connection,
                        row -> row.getString(1),
                        "SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?",
                        index)
                .orElseThrow();
        Sql.update(connection, "DROP INDEX " + index);
        writing.run();
        make(connection, sql);
    }

    /** Makes an index; what has to be sorted for it is in files, for it grows with the store. */
    static void make(Connection connection, String sql) throws SQLException {
        TemporaryStore.inFiles(connection);
        try {
            Sql.update(connection, sql);
        } finally {
            TemporaryStore.inMemory(connection);
        }
    }
}
