package io.serai.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Lets one process write to a store. The operating system frees the lock when the process dies, however it dies; the file
 * beside the store says who holds it.
 */
final class WriterLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final FileChannel channel;
    private final FileLock lock;

    private WriterLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static WriterLock acquire(Path store, String what) {
        Path file = store.resolveSibling(store.getFileName() + ".lock");
        Path owner = store.resolveSibling(store.getFileName() + ".owner");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = await(channel);
            if (lock == null) {
                channel.close();
                String holder = Files.exists(owner) ? Files.readString(owner).strip() : "another process";
                throw new StoreException("The store " + store + " is being written by " + holder
                        + ". Wait until it has finished, or stop it; reading commands work meanwhile.");
            }
            Files.writeString(
                    owner,
                    "\"" + what + "\" (process " + ProcessHandle.current().pid() + ")");
            return new WriterLock(channel, lock);
        } catch (IOException e) {
            throw StoreException.of("lock the store " + store, e);
        }
    }

    private static FileLock await(FileChannel channel) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException heldByThisProcess) {
                // As busy as if another process held it.
            }
            if (System.nanoTime() > deadline) {
                return null;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw StoreException.of("release the store's lock", e);
        }
    }
}
