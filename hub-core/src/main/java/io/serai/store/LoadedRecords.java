package io.serai.store;

import java.nio.file.Path;

/** The records of a first load, a few numbers each, in a file; the first is at 0 and numbered 1 in the store. */
final class LoadedRecords implements AutoCloseable {

    /** Its signature, where what it says is kept, when it came. */
    private static final int BYTES = 4 + 8 + 8;

    private final SpilledRows rows;

    /** @param store beside whose file it lies */
    LoadedRecords(Path store) {
        rows = new SpilledRows(store, "-records", BYTES);
    }

    /**
     * @param of the place of its signature, or -1
     * @param where what it says is kept, or -1
     * @param at when it came
     */
    void add(int of, long where, long at) {
        rows.add(rows.row().putInt(of).putLong(where).putLong(at));
    }

    /** To be called before the first is read; nothing may be added after that. */
    void complete() {
        rows.complete();
    }

    int size() {
        return rows.size();
    }

    int signature(int record) {
        return rows.at(record, 0).getInt();
    }

    long said(int record) {
        return rows.at(record, 4).getLong();
    }

    long changed(int record) {
        return rows.at(record, 12).getLong();
    }

    @Override
    public void close() {
        rows.close();
    }
}
