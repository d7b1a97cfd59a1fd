package io.serai.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows into one table, forty with each statement: half the cost of one by one in a batch. The last few go one by one. */
final class ManyRows {

    private static final int ROWS = 40;

    private final Connection connection;
    private final String insert;
    private final String row;
    private final String after;
    private final Object[] waiting;
    private int size;

    /**
     * @param insert {@code INSERT INTO ... VALUES}
     * @param row the values of one row in brackets
     * @param parameters how many of them are question marks
     */
    ManyRows(Connection connection, String insert, String row, int parameters) {
        this(connection, insert, row, parameters, "");
    }

    /** @param after what follows the rows: {@code ON CONFLICT ...} */
    ManyRows(Connection connection, String insert, String row, int parameters, String after) {
        this.after = after;
        this.connection = connection;
        this.insert = insert;
        this.row = row;
        this.waiting = new Object[ROWS * parameters];
    }

    void add(Object... values) throws SQLException {
        System.arraycopy(values, 0, waiting, size, values.length);
        size += values.length;
        if (size == waiting.length) {
            flush();
        }
    }

    /** Sends what waits; to be called before the rows are needed, and at the end. */
    void flush() throws SQLException {
        int rows = size == waiting.length ? ROWS : 1;
        int parameters = waiting.length / ROWS * rows;
        if (size > 0) {
            String sql = insert + row + (", " + row).repeat(rows - 1) + after;
            PreparedStatement statement = PreparedStatements.take(connection, sql);
            try {
                for (int from = 0; from < size; from += parameters) {
                    for (int i = 0; i < parameters; i++) {
                        statement.setObject(i + 1, waiting[from + i]);
                    }
                    statement.executeUpdate();
                }
            } finally {
                PreparedStatements.giveBack(connection, sql, statement);
            }
        }
        size = 0;
    }
}
