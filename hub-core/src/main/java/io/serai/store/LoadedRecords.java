package io.serai.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The records of a first load, a few numbers each, in a file; the first is at 0 and numbered 1 in the store. */
final class LoadedRecords implements AutoCloseable {

    /** Its signature, where what it says is kept, when it came. */
    private static final int BYTES = 4 + 8 + 8;

    private final SpillFile file;
    private final ByteBuffer row = ByteBuffer.allocate(BYTES);
    private final ThreadLocal<SpillWindow> window;
    private int size;

    /** @param store beside whose file it lies */
    LoadedRecords(Path store) {
        file = new SpillFile(store, "-records");
        window = ThreadLocal.withInitial(() -> new SpillWindow(file));
    }

    /**
     * @param of the place of its signature, or -1
     * @param where what it says is kept, or -1
     * @param at when it came
     */
    void add(int of, long where, long at) {
        file.add(row.clear().putInt(of).putLong(where).putLong(at).flip());
        size++;
    }

    /** To be called before the first is read; nothing may be added after that. */
    void complete() {
        file.complete();
    }

    int size() {
        return size;
    }

    private ByteBuffer at(int record, int field) {
        ByteBuffer bytes = window.get().at((long) record * BYTES, BYTES);
        return bytes.position(bytes.position() + field);
    }

    int signature(int record) {
        return at(record, 0).getInt();
    }

    long said(int record) {
        return at(record, 4).getLong();
    }

    long changed(int record) {
        return at(record, 12).getLong();
    }

    @Override
    public void close() {
        file.close();
    }
}
