package io.serai.identity.match;

import java.util.Arrays;

/** One atom of all values of a column: the hashes of each value, none, one or a few. */
final class Atoms {

    private static final int COUNT_BITS = 3;

    /** By value: 0 for none, the hash of the only one, or where in {@link #rest} there are how many. */
    private final long[] one;

    private final long[] several;
    private final long[] rest;

    private Atoms(long[] one, long[] several, long... rest) {
        this.one = one;
        this.several = several;
        this.rest = rest;
    }

    /** All atoms of a column, by their index. */
    static Atoms[] of(Column column) {
        int kinds = column.comparison().atomNames().size();
        int values = column.size();
        long[][] one = new long[kinds][values];
        long[][] several = new long[kinds][values + 63 >> 6];
        LongArray[] rest = new LongArray[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            rest[kind] = new LongArray(8);
        }
        long[][] found = new long[kinds][];
        for (int value = 0; value < values; value++) {
            Arrays.fill(found, null);
            column.comparison()
                    .atoms(column.parsed(value), (atom, hash) -> found[atom] = Keys.added(found[atom], hash));
            for (int kind = 0; kind < kinds; kind++) {
                one[kind][value] = kept(value, found[kind], several[kind], rest[kind]);
            }
        }
        Atoms[] atoms = new Atoms[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            atoms[kind] = new Atoms(one[kind], several[kind], rest[kind].toArray());
        }
        return atoms;
    }

    private static long kept(int value, long[] found, long[] several, LongArray rest) {
        if (found == null) {
            return 0;
        }
        if (found.length == 1 && found[0] != 0) {
            return found[0];
        }
        several[value >> 6] |= 1L << value;
        long place = (long) rest.size() << COUNT_BITS | found.length;
        for (long hash : found) {
            rest.add(hash);
        }
        return place;
    }

    /** Of a value that has not several: its only hash, 0 when it has none. */
    long only(int value) {
        return one[value];
    }

    boolean hasSeveral(int value) {
        return (several[value >> 6] >>> value & 1) != 0;
    }

    int count(int value) {
        return hasSeveral(value) ? (int) one[value] & (1 << COUNT_BITS) - 1 : one[value] == 0 ? 0 : 1;
    }

    /** @param index below {@link #count} */
    long hash(int value, int index) {
        return hasSeveral(value) ? rest[(int) (one[value] >>> COUNT_BITS) + index] : one[value];
    }

    /** Whether two values have one in common. */
    boolean meet(int left, int right) {
        int lefts = count(left);
        int rights = count(right);
        for (int i = 0; i < lefts; i++) {
            for (int j = 0; j < rights; j++) {
                if (hash(left, i) == hash(right, j)) {
                    return true;
                }
            }
        }
        return false;
    }
}
