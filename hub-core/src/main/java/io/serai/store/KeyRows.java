package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** The keys of everybody, written in the order in which the table holds them: a tree grows many times faster at its end. */
final class KeyRows {

    /** By their first bits, so that a part at a time is sorted. */
    private static final int PARTS = 64;

    private final Part[] parts = new Part[PARTS];

    private static final class Part {
        private long[] keys = new long[256];
        private long[] signatures = new long[256];
        private int size;

        void add(long key, long signature) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                signatures = Arrays.copyOf(signatures, size * 2);
            }
            keys[size] = key;
            signatures[size++] = signature;
        }
    }

    KeyRows() {
        Arrays.setAll(parts, part -> new Part());
    }

    /** Signatures come in the order of their numbers. */
    void add(long key, long signature) {
        // The sign bit turned over, so that parts are in the order of signed numbers.
        parts[(int) ((key ^ Long.MIN_VALUE) >>> 58)].add(key, signature);
    }

    /**
     * Writes all keys into an empty table, and those that are crowded into another.
     *
     * @param limit a key on more signatures is crowded
     */
    void write(Connection connection, int limit) throws SQLException {
        WideInsert keys = new WideInsert(connection, "match_key (key, signature_id)", 2);
        WideInsert crowded = new WideInsert(connection, "crowded_key (key)", 1);
        for (int part = 0; part < PARTS; part++) {
            write(parts[part], limit, keys, crowded);
            parts[part] = null;
        }
        keys.flush();
        crowded.flush();
        RecentKeys.forget(connection);
    }

    private static void write(Part part, int limit, WideInsert rows, WideInsert crowded) throws SQLException {
        long[] sorted = Arrays.copyOf(part.keys, part.size);
        Arrays.sort(sorted);
        int[] next = new int[part.size];
        long[] signatures = new long[part.size];
        for (int i = 0; i < part.size; i++) {
            int first = first(sorted, part.keys[i]);
            signatures[first + next[first]++] = part.signatures[i];
        }
        for (int first = 0; first < part.size; first += next[first]) {
            long last = 0;
            int bearers = 0;
            for (int at = first; at < first + next[first]; at++) {
                if (signatures[at] != last) {
                    rows.add(sorted[at], signatures[at]);
                    bearers++;
                }
                last = signatures[at];
            }
            if (bearers > limit) {
                crowded.add(sorted[first]);
            }
        }
    }

    private static int first(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
