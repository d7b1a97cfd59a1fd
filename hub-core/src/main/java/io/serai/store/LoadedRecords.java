package io.serai.store;

import java.util.Arrays;

/** The records of a first load, a few numbers each; the first is at 0 and numbered 1 in the store. */
final class LoadedRecords {

    private int[] signature = new int[1024];
    private long[] said = new long[1024];
    private long[] changed = new long[1024];
    private int size;

    /**
     * @param of the place of its signature, or -1
     * @param where what it says is kept, or -1
     * @param at when it came
     */
    void add(int of, long where, long at) {
        if (size == signature.length) {
            signature = Arrays.copyOf(signature, size * 2);
            said = Arrays.copyOf(said, size * 2);
            changed = Arrays.copyOf(changed, size * 2);
        }
        signature[size] = of;
        said[size] = where;
        changed[size++] = at;
    }

    int size() {
        return size;
    }

    int signature(int record) {
        return signature[record];
    }

    long said(int record) {
        return said[record];
    }

    long changed(int record) {
        return changed[record];
    }
}
