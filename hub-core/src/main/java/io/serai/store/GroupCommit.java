package io.serai.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one connection that writes. Works of many threads are done one after the other, each by its own thread; those that come
 * while another is under way share one transaction, as databases have committed in groups since IMS Fast Path (DeWitt and others,
 * "Implementation Techniques for Main Memory Database Systems", 1984). Nobody goes on before the commit that holds the own
 * work. A work that fails undoes itself, back to its savepoint, and nothing of its neighbours.
 */
final class GroupCommit {

    private static final int MOST = 256;
    /** So long a commit waits for others: who waits for the disk then works beside who writes, not before. */
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(10);

    private final Connection writer;
    private final ReentrantLock writing;
    private final Disk disk;
    private final Committed committed;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock large = new ReentrantLock(true);
    private volatile boolean largeWaits;
    private WriteGroup group;
    private long undone;

    /** How a work is kept. */
    enum Keeping {
        /** With its neighbours. When the power of the machine fails, the last moments before may be missing, never in part. */
        SHARED,
        /** As shared, and on the disk itself before its caller goes on. */
        LASTING,
        /**
         * In a transaction of its own: it changes so much that to remember how it was for a savepoint would take much memory. One
         * at a time waits for the connection, so that no other work waits for more than one of these.
         */
        ALONE
    }

    /** Brings what was committed to the disk itself. */
    interface Disk {
        void force() throws IOException;
    }

    /** Told of each commit. */
    interface Committed {
        void now() throws SQLException;
    }

    /**
     * @param writing held by whoever uses the connection; fair, so that nobody waits behind somebody who writes all the time
     * @param committed called under the lock
     */
    GroupCommit(Connection writer, ReentrantLock writing, Disk disk, Committed committed) {
        this.writer = writer;
        this.writing = writing;
        this.disk = disk;
        this.committed = committed;
    }

    <T> T write(SqliteDatabase.Work<T> work, Keeping keeping) throws SQLException {
        if (writing.isHeldByCurrentThread()) {
            group.lasting |= keeping == Keeping.LASTING;
            return work.with(writer);
        }
        if (keeping == Keeping.ALONE) {
            large.lock();
            try {
                return alone(work);
            } finally {
                large.unlock();
            }
        }
        return together(work, keeping);
    }

    private <T> T together(SqliteDatabase.Work<T> work, Keeping keeping) throws SQLException {
        waiting.incrementAndGet();
        writing.lock();
        WriteGroup mine;
        boolean closing;
        T result;
        try {
            waiting.decrementAndGet();
            boolean first = group == null;
            mine = first ? begin() : group;
            mine.lasting |= keeping == Keeping.LASTING;
            try {
                result = first ? work.with(writer) : behindSavepoint(work);
            } catch (SQLException | RuntimeException | Error e) {
                failed(mine, first, e);
                throw e;
            }
            closing = closes(mine);
            if (closing) {
                commit(mine);
            }
        } finally {
            writing.unlock();
        }
        if (closing) {
            mine.end(disk);
        }
        mine.await();
        return result;
    }

    private <T> T alone(SqliteDatabase.Work<T> work) throws SQLException {
        largeWaits = true;
        writing.lock();
        WriteGroup mine;
        T result;
        try {
            largeWaits = false;
            if (group != null) {
                endOthers(group);
            }
            mine = begin();
            try {
                result = work.with(writer);
            } catch (SQLException | RuntimeException | Error e) {
                failed(mine, true, e);
                throw e;
            }
            commit(mine);
        } finally {
            writing.unlock();
        }
        mine.end(disk);
        mine.await();
        return result;
    }

    /** How often something that was written was undone; to be asked by whoever writes. */
    long undone() {
        return undone;
    }

    private void endOthers(WriteGroup others) {
        try {
            commit(others);
            others.end(disk);
        } catch (SQLException e) {
            // Those whose work is lost are told.
        }
    }

    private WriteGroup begin() throws SQLException {
        writer.setAutoCommit(false);
        group = new WriteGroup(System.nanoTime());
        return group;
    }

    private <T> T behindSavepoint(SqliteDatabase.Work<T> work) throws SQLException {
        Savepoint before = writer.setSavepoint();
        try {
            T result = work.with(writer);
            writer.releaseSavepoint(before);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            undone++;
            try {
                writer.rollback(before);
                writer.releaseSavepoint(before);
            } catch (SQLException undone) {
                // SQLite has undone everything by itself, on a full disk for one: the whole group is lost.
                e.addSuppressed(undone);
                group.lost = e;
            }
            throw e;
        }
    }

    /** Whether nobody is there who could take the group on, or who comes next has one of its own, or it is large or old enough. */
    private boolean closes(WriteGroup mine) {
        return waiting.get() == 0 || largeWaits || ++mine.works >= MOST || System.nanoTime() - mine.began >= LONGEST;
    }

    private void failed(WriteGroup mine, boolean first, Throwable why) {
        if (first || mine.lost != null) {
            undo(why);
            group = null;
            mine.lost = why;
            mine.end(disk);
        } else if (closes(mine)) {
            try {
                commit(mine);
            } catch (SQLException notCommitted) {
                why.addSuppressed(notCommitted);
            }
            mine.end(disk);
        }
    }

    private void commit(WriteGroup mine) throws SQLException {
        group = null;
        try {
            writer.commit();
            writer.setAutoCommit(true);
            committed.now();
        } catch (SQLException | RuntimeException | Error e) {
            mine.lost = e;
            undo(e);
            mine.end(disk);
            throw e;
        }
    }

    /** Undoing must not hide why. */
    private void undo(Throwable why) {
        undone++;
        try {
            writer.rollback();
        } catch (SQLException undone) {
            why.addSuppressed(undone);
        }
        try {
            writer.setAutoCommit(true);
        } catch (SQLException undone) {
            why.addSuppressed(undone);
        }
    }
}
