package io.serai.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a great work needs until its end and has no room for in memory, beside the store: a file without a name where the system allows
 * it, for it holds people's data. Written at its end by one thread, read anywhere; it is not mapped, so that it never counts as memory.
 */
final class SpillFile implements AutoCloseable {

    /** So many bytes are written at once. */
    private static final int FLUSHED = 1 << 16;

    private final Path store;
    private final FileChannel channel;
    private final ByteBuffer waiting = ByteBuffer.allocate(FLUSHED);
    /** Where what waits will lie. */
    private long flushed;

    /**
     * @param store beside whose file it lies
     * @param suffix tells it from others
     */
    SpillFile(Path store, String suffix) {
        this.store = store;
        try {
            channel = beside(store, suffix);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static FileChannel beside(Path store, String suffix) throws IOException {
        // one is left by a process that died, where open files keep their names
        Path file = store.resolveSibling(store.getFileName() + suffix);
        Files.deleteIfExists(file);
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private StoreException failed(IOException e) {
        return StoreException.of("keep what a load needs beside the store " + store, e);
    }

    /** Where the next bytes will lie. */
    long end() {
        return flushed + waiting.position();
    }

    /** Adds what remains in a buffer; answers where it lies. */
    long add(ByteBuffer bytes) {
        long place = end();
        if (bytes.remaining() > waiting.remaining()) {
            flush();
        }
        if (bytes.remaining() > waiting.remaining()) {
            flushed = write(bytes, flushed);
        } else {
            waiting.put(bytes);
        }
        return place;
    }

    private void flush() {
        flushed = write(waiting.flip(), flushed);
        waiting.clear();
    }

    private long write(ByteBuffer bytes, long place) {
        try {
            long at = place;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            return at;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Nothing may be added after this; from now on any thread may read. */
    void complete() {
        flush();
    }

    /** Fills a buffer, or as much of it as the file has from there on; what was added last, too. */
    ByteBuffer read(long place, ByteBuffer into) {
        into.clear();
        try {
            long at = place;
            while (into.hasRemaining() && at < flushed) {
                int read = channel.read(into, at);
                if (read < 0) {
                    throw new EOFException("the file has become shorter");
                }
                at += read;
            }
            if (into.hasRemaining() && at < end()) {
                int from = (int) (at - flushed);
                int length = Math.min(into.remaining(), waiting.position() - from);
                into.put(waiting.array(), from, length);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return into.flip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
