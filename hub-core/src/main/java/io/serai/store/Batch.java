package io.serai.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One statement run for many rows, sent to the engine by the thousand. */
final class Batch implements AutoCloseable {

    private static final int SIZE = 1000;

    private final Connection connection;
    private final String sql;
    private PreparedStatement statement;
    private int waiting;

    Batch(Connection connection, String sql) throws SQLException {
        this.connection = connection;
        this.sql = sql;
    }

    void add(Object... parameters) throws SQLException {
        if (statement == null) {
            statement = PreparedStatements.take(connection, sql);
        }
        Sql.bind(statement, parameters);
        statement.addBatch();
        if (++waiting == SIZE) {
            statement.executeBatch();
            waiting = 0;
        }
    }

    /** Sends what waits; to be called before the rows are needed, and at the end. */
    void flush() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        if (statement != null) {
            PreparedStatements.giveBack(connection, sql, statement);
            statement = null;
        }
    }
}
