package io.serai.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** Works that share one transaction. Its fields are for whoever holds the writer. */
final class WriteGroup {

    final long began;
    int works;

    /** Whether one of the works wants to be on the disk. */
    boolean lasting;

    /** Why nothing of the group was kept; null when it was. */
    volatile Throwable lost;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    WriteGroup(long began) {
        this.began = began;
    }

    /** Called once, after the commit or when everything is lost; not under the lock of the writer, since a disk takes its time. */
    void end(GroupCommit.Disk disk) {
        try {
            if (lasting && lost == null) {
                disk.force();
            }
        } catch (IOException e) {
            lost = e;
        } finally {
            ended.complete(null);
        }
    }

    /** Returns when the group is committed. */
    void await() throws SQLException {
        // not to be interrupted: whether the work was kept must be known
        ended.join();
        if (lost != null) {
            throw new SQLException("the transaction was not kept: " + lost.getMessage(), lost);
        }
    }
}
