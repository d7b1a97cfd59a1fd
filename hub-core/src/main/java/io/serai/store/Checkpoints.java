package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;

/**
 * Brings what was committed from the write-ahead log into the database file, beside the writing thread: a record that came at
 * the wrong moment would have to wait for thousands of pages.
 */
final class Checkpoints implements AutoCloseable {

    /** Rows written since the last time; about as many pages of the log. */
    private static final long EVERY = 10_000;

    private final Opening opening;
    private final Lock writing;
    private final Semaphore due = new Semaphore(0);
    private long last;
    private Thread thread;
    private volatile boolean closed;

    /** Opens a connection for this alone. */
    interface Opening {
        Connection open() throws SQLException;
    }

    /** @param writing held by whoever writes */
    Checkpoints(Opening opening, Lock writing) {
        this.opening = opening;
        this.writing = writing;
    }

    /**
     * To be called by the writing thread after each commit.
     *
     * @param written rows that its connection ever wrote
     */
    void committed(long written) {
        if (written - last >= EVERY) {
            last = written;
            if (thread == null) {
                thread = new Thread(this::run, "store-checkpoints");
                thread.setDaemon(true);
                thread.start();
            }
            due.release();
        }
    }

    private void run() {
        try (Connection connection = opening.open()) {
            for (due.acquire(); !closed; due.acquire()) {
                due.drainPermits();
                bringOver(connection);
            }
        } catch (SQLException | InterruptedException over) {
            // The writer brings the log over itself once it has grown too long.
            closed = true;
        }
    }

    /** Most of it beside the writers, then what came meanwhile, and the rest while they wait: only then the log begins anew. */
    private void bringOver(Connection connection) throws SQLException, InterruptedException {
        checkpoint(connection);
        checkpoint(connection);
        writing.lockInterruptibly();
        try {
            checkpoint(connection);
        } finally {
            writing.unlock();
        }
    }

    private static void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    /** Not for who holds the lock. */
    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            due.release();
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
