package io.serai.identity.match;

import java.util.Arrays;

/**
 * The blocks of one pass.
 *
 * @param starts of each block, its first place in {@code rows}; one more at the end
 * @param rows ascending within each block
 */
record PassBlocks(int[] starts, int[] rows) {

    int blocks() {
        return starts.length - 1;
    }

    static PassBlocks of(Keyed keyed, Pass pass, int limit) {
        return of(keyed, pass, limit, 1);
    }

    /** Of every so manieth record only. */
    static PassBlocks of(Keyed keyed, Pass pass, int limit, int step) {
        IntArray owners = new IntArray(keyed.size() / step + 1);
        LongArray keys = new LongArray(keyed.size() / step + 1);
        keyed.forEachKey(pass, step, (row, key) -> {
            owners.add(row);
            keys.add(key);
        });
        int[] block = new int[keys.size()];
        LongNumbers numbers = new LongNumbers(keys.size());
        for (int i = 0; i < block.length; i++) {
            block[i] = numbers.of(keys.get(i));
        }
        int[] counts = new int[numbers.size()];
        for (int each : block) {
            counts[each]++;
        }
        return grouped(owners, block, counts, limit);
    }

    private static PassBlocks grouped(IntArray owners, int[] block, int[] counts, int limit) {
        int usable = 0;
        int entries = 0;
        int[] place = new int[counts.length];
        int[] starts = new int[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 2 || counts[i] > limit) {
                place[i] = -1;
            } else {
                place[i] = entries;
                starts[usable++] = entries;
                entries += counts[i];
            }
        }
        starts[usable] = entries;
        int[] rows = new int[entries];
        for (int i = 0; i < block.length; i++) {
            if (place[block[i]] >= 0) {
                rows[place[block[i]]++] = owners.get(i);
            }
        }
        return new PassBlocks(Arrays.copyOf(starts, usable + 1), rows);
    }
}
