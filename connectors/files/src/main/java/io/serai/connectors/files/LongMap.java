package io.serai.connectors.files;

import java.util.Arrays;

/** Fingerprints to places, sixteen bytes each: what a destination remembers of a row. Open addressing, linear probing. */
final class LongMap {

    /** Returned for a fingerprint that is not in the map; cannot be a value. */
    static final long NONE = -1;

    private long[] keys = new long[1024];
    private long[] values = filled(1024);
    private int size;

    void put(long key, long value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int slot = slot(key);
        if (values[slot] == NONE) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    long get(long key) {
        return values[slot(key)];
    }

    boolean contains(long key) {
        return get(key) != NONE;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 32) & mask;
        while (values[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(keys.length);
        size = 0;
        for (int slot = 0; slot < oldKeys.length; slot++) {
            if (oldValues[slot] != NONE) {
                put(oldKeys[slot], oldValues[slot]);
            }
        }
    }

    private static long[] filled(int length) {
        long[] values = new long[length];
        Arrays.fill(values, NONE);
        return values;
    }
}
