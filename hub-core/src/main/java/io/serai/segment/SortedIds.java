package io.serai.segment;

import java.util.Arrays;
import java.util.BitSet;

/** Sets of profile numbers as sorted arrays. */
final class SortedIds {

    private SortedIds() {}

    static long[] pick(ProfileColumns people, BitSet rows) {
        long[] ids = new long[rows.cardinality()];
        int size = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            ids[size++] = people.profileId(row);
        }
        return ids;
    }

    /** Sets the bits of the people of these rows; always answers true. */
    static boolean add(ProfileColumns people, BitSet rows, BitSet ids) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            ids.set(Math.toIntExact(people.profileId(row)));
        }
        return true;
    }

    /** What is in the first and not in the second. */
    static long[] minus(long[] first, long[] second) {
        long[] rest = new long[first.length];
        int size = 0;
        int other = 0;
        for (long id : first) {
            while (other < second.length && second[other] < id) {
                other++;
            }
            if (other == second.length || second[other] != id) {
                rest[size++] = id;
            }
        }
        return Arrays.copyOf(rest, size);
    }
}
