package io.serai.sync;

import io.serai.record.RecordHash;

/**
 * Tells whether two of many texts may be the same, by 64 bits of each in an open table: sixteen to thirty-two bytes a text. Never
 * says no where there are two; says yes by accident once in 30 million times for a million texts.
 */
final class MatchValues {

    private long[] table = new long[1 << 10];
    private int size;
    private boolean repeated;

    void add(String text) {
        if (repeated) {
            return;
        }
        long hash = RecordHash.of(text);
        repeated = !put(table, hash == 0 ? 1 : hash);
        if (++size > table.length / 2) {
            grow();
        }
    }

    /** Whether one may have been added twice. */
    boolean repeated() {
        return repeated;
    }

    private static boolean put(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = hash;
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        for (long hash : table) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        table = larger;
    }
}
