package io.serai.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Rows of a few numbers each, all of one width, in a file; the first is at 0. Written by one thread, then read by any. */
final class SpilledRows implements AutoCloseable {

    private final SpillFile file;
    private final int width;
    private final ByteBuffer row;
    private final ThreadLocal<SpillWindow> window;
    private int size;

    /**
     * @param store beside whose file it lies
     * @param suffix tells it from others
     * @param width of a row, in bytes
     */
    SpilledRows(Path store, String suffix, int width) {
        file = new SpillFile(store, suffix);
        this.width = width;
        row = ByteBuffer.allocate(width);
        window = ThreadLocal.withInitial(() -> new SpillWindow(file));
    }

    /** An empty row, to be filled and added. */
    ByteBuffer row() {
        return row.clear();
    }

    void add(ByteBuffer filled) {
        file.add(filled.flip());
        size++;
    }

    /** The first bytes of a row, while others are still added. */
    ByteBuffer early(int number, ByteBuffer into) {
        return file.read((long) number * width, into);
    }

    /** To be called before the first is read; nothing may be added after that. */
    void complete() {
        file.complete();
    }

    int size() {
        return size;
    }

    /** What stands in a row from an offset on. */
    ByteBuffer at(int number, int offset) {
        ByteBuffer bytes = window.get().at((long) number * width, width);
        return bytes.position(bytes.position() + offset);
    }

    @Override
    public void close() {
        file.close();
    }
}
