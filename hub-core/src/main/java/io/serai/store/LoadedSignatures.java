package io.serai.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The signatures of a first load, a few numbers each, in a file; the first is at 0 and numbered 1 in the store. */
final class LoadedSignatures implements AutoCloseable {

    /** Its fingerprint, where what it says is kept, the run in which it came, its feed. */
    private static final int BYTES = 8 + 8 + 8 + 8 + 4;

    private static final int FINGERPRINT = 16;

    private final SpilledRows rows;
    private final ByteBuffer fingerprint = ByteBuffer.allocate(FINGERPRINT);

    /** @param store beside whose file it lies */
    LoadedSignatures(Path store) {
        rows = new SpilledRows(store, "-signatures", BYTES);
    }

    /**
     * @param low and high, the fingerprint
     * @param where what it says is kept
     */
    void add(long low, long high, long where, long inRun, int ofFeed) {
        rows.add(rows.row()
                .putLong(low)
                .putLong(high)
                .putLong(where)
                .putLong(inRun)
                .putInt(ofFeed));
    }

    /** Whether that is the fingerprint of one; to be asked by who adds them. */
    boolean is(int signature, long low, long high) {
        rows.early(signature, fingerprint);
        return fingerprint.getLong() == low && fingerprint.getLong() == high;
    }

    /** To be called before the first is read; nothing may be added after that. */
    void complete() {
        rows.complete();
    }

    int size() {
        return rows.size();
    }

    long hash(int signature) {
        return rows.at(signature, 0).getLong();
    }

    long hash2(int signature) {
        return rows.at(signature, 8).getLong();
    }

    long said(int signature) {
        return rows.at(signature, 16).getLong();
    }

    long run(int signature) {
        return rows.at(signature, 24).getLong();
    }

    int feed(int signature) {
        return rows.at(signature, 32).getInt();
    }

    @Override
    public void close() {
        rows.close();
    }
}
