package io.serai.identity.match;

import java.util.Arrays;

/**
 * Puts together the owners of equal keys: first apart by some bits of the keys, so that what is looked up next is near. The
 * order of blocks follows from the keys and the order of their owners.
 */
final class Grouping {

    /** So many keys to a part, about: their table fits into the nearest memory. */
    private static final int PART_BITS = 10;

    private final int bits;
    private final int[] partStarts;
    private final long[] keys;
    private final int[] owners;
    /** By key, the number of its block within the part. */
    private final int[] block;

    private int entries;

    Grouping(LongArray given, IntArray givenOwners) {
        int size = given.size();
        bits = Math.max(0, 32 - Integer.numberOfLeadingZeros(size >>> PART_BITS));
        partStarts = new int[(1 << bits) + 1];
        for (int i = 0; i < size; i++) {
            partStarts[part(given.get(i)) + 1]++;
        }
        for (int part = 0; part + 1 < partStarts.length; part++) {
            partStarts[part + 1] += partStarts[part];
        }
        keys = new long[size];
        owners = new int[size];
        block = new int[size];
        int[] next = partStarts.clone();
        for (int i = 0; i < size; i++) {
            int at = next[part(given.get(i))]++;
            keys[at] = given.get(i);
            owners[at] = givenOwners.get(i);
        }
    }

    private int part(long key) {
        return bits == 0 ? 0 : (int) (Hashes.mixed(key) >>> 64 - bits);
    }

    /** Blocks of two owners up to the limit. */
    PassBlocks blocks(int limit) {
        IntArray starts = new IntArray(1024);
        int[] rows = new int[keys.length];
        for (int part = 0; part + 1 < partStarts.length; part++) {
            int from = partStarts[part];
            int to = partStarts[part + 1];
            if (to - from > 1) {
                int[] places = places(counts(from, to), limit, starts);
                for (int at = from; at < to; at++) {
                    if (places[block[at]] >= 0) {
                        rows[places[block[at]]++] = owners[at];
                    }
                }
            }
        }
        starts.add(entries);
        return new PassBlocks(starts.toArray(), Arrays.copyOf(rows, entries));
    }

    private int[] counts(int from, int to) {
        LongNumbers numbers = new LongNumbers(to - from);
        for (int at = from; at < to; at++) {
            block[at] = numbers.of(keys[at]);
        }
        int[] counts = new int[numbers.size()];
        for (int at = from; at < to; at++) {
            counts[block[at]]++;
        }
        return counts;
    }

    /** Where the rows of each block go; -1 for blocks that are not wanted. */
    private int[] places(int[] counts, int limit, IntArray starts) {
        int[] places = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            places[i] = -1;
            if (counts[i] > 1 && counts[i] <= limit) {
                places[i] = entries;
                starts.add(entries);
                entries += counts[i];
            }
        }
        return places;
    }
}
