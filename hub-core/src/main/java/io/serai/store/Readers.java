package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Connections that only read, kept for the next who reads: to open one costs more than most of what is read. Each read sees the
 * store as it is when it begins.
 */
final class Readers implements AutoCloseable {

    private static final int MOST = 8;

    private final Opening opening;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    /** Opens a connection for reading. */
    interface Opening {
        Connection open() throws SQLException;
    }

    Readers(Opening opening) {
        this.opening = opening;
    }

    <T> T read(SqliteDatabase.Work<T> work) throws SQLException {
        Connection connection = take();
        boolean sound = false;
        try {
            T result = work.with(connection);
            // Ends the snapshot, and forgets what was remembered of it.
            connection.rollback();
            sound = true;
            return result;
        } finally {
            giveBack(connection, sound);
        }
    }

    private Connection take() throws SQLException {
        synchronized (this) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        Connection connection = opening.open();
        connection.setAutoCommit(false);
        return connection;
    }

    private void giveBack(Connection connection, boolean sound) throws SQLException {
        synchronized (this) {
            if (sound && !closed && idle.size() < MOST) {
                idle.push(connection);
                return;
            }
        }
        connection.close();
    }

    @Override
    public void close() throws SQLException {
        Deque<Connection> left;
        synchronized (this) {
            closed = true;
            left = new ArrayDeque<>(idle);
            idle.clear();
        }
        for (Connection connection : left) {
            connection.close();
        }
    }
}
