package io.serai.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The file that SQLite appends commits to. {@code synchronous=NORMAL} leaves it to the operating system when they reach the disk;
 * what must not be lost with the power is forced there, once for a whole group and beside the next one's work. SQLite
 * locks no part of this file, so that opening it beside SQLite takes no lock away.
 */
final class WriteAheadLog implements GroupCommit.Disk, AutoCloseable {

    private final Path file;
    private final AtomicLong asked = new AtomicLong();
    private FileChannel channel;
    private long forced;

    /** @param store the database's own file */
    WriteAheadLog(Path store) {
        this.file = Path.of(store + "-wal");
    }

    /** Whoever asks while it is being forced shares the next time with all others who do. */
    @Override
    public void force() throws IOException {
        long mine = asked.incrementAndGet();
        synchronized (this) {
            if (forced >= mine) {
                return;
            }
            if (channel == null) {
                channel = FileChannel.open(file, StandardOpenOption.WRITE);
            }
            long now = asked.get();
            channel.force(false);
            forced = now;
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException nothingLeftToDo) {
            channel = null;
        }
    }
}
