package io.serai.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Very many rows of numbers into one table, a hundred with each statement. */
final class WideInsert {

    private static final int ROWS = 100;

    private final Connection connection;
    private final String table;
    private final int columns;
    private final long[] waiting;
    private int size;

    /** @param table with the names of its columns: {@code match_key (key, signature_id)} */
    WideInsert(Connection connection, String table, int columns) {
        this.connection = connection;
        this.table = table;
        this.columns = columns;
        waiting = new long[ROWS * columns];
    }

    void add(long... row) throws SQLException {
        System.arraycopy(row, 0, waiting, size, columns);
        size += columns;
        if (size == waiting.length) {
            flush();
        }
    }

    /** Sends what waits; to be called at the end. */
    void flush() throws SQLException {
        if (size == 0) {
            return;
        }
        String row = "(?" + ", ?".repeat(columns - 1) + ")";
        String sql = "INSERT INTO " + table + " VALUES " + row + (", " + row).repeat(size / columns - 1);
        PreparedStatement statement = PreparedStatements.take(connection, sql);
        try {
            for (int i = 0; i < size; i++) {
                statement.setLong(i + 1, waiting[i]);
            }
            statement.executeUpdate();
        } finally {
            PreparedStatements.giveBack(connection, sql, statement);
        }
        size = 0;
    }
}
