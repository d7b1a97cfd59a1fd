package io.serai.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that SQLite appends commits to. {@code synchronous=NORMAL} leaves it to the operating system when they reach the disk;
 * what must not be lost with the power is forced there, once for a whole group and beside the next one's work. SQLite
 * locks no part of this file, so that opening it beside SQLite takes no lock away.
 */
final class WriteAheadLog implements GroupCommit.Disk, AutoCloseable {

    private final Path file;
    private FileChannel channel;

    /** @param store the database's own file */
    WriteAheadLog(Path store) {
        this.file = Path.of(store + "-wal");
    }

    @Override
    public synchronized void force() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        }
        channel.force(false);
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
