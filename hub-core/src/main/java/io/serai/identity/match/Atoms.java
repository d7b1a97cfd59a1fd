package io.serai.identity.match;

import java.util.Arrays;

/** One atom of all values of a column: the hashes of each value, none, one or a few. */
final class Atoms {

    private final int[] starts;
    private final long[] hashes;

    private Atoms(int[] starts, long[] hashes) {
        this.starts = starts;
        this.hashes = hashes;
    }

    /** All atoms of a column, by their index. */
    static Atoms[] of(Column column) {
        int kinds = column.comparison().atomNames().size();
        int values = column.size();
        int[][] starts = new int[kinds][values + 1];
        LongArray[] hashes = new LongArray[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            hashes[kind] = new LongArray(values);
        }
        long[][] found = new long[kinds][];
        for (int value = 0; value < values; value++) {
            Arrays.fill(found, null);
            column.comparison()
                    .atoms(column.parsed(value), (atom, hash) -> found[atom] = Keys.added(found[atom], hash));
            for (int kind = 0; kind < kinds; kind++) {
                if (found[kind] != null) {
                    for (long hash : found[kind]) {
                        hashes[kind].add(hash);
                    }
                }
                starts[kind][value + 1] = hashes[kind].size();
            }
        }
        Atoms[] atoms = new Atoms[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            atoms[kind] = new Atoms(starts[kind], hashes[kind].toArray());
        }
        return atoms;
    }

    int from(int value) {
        return starts[value];
    }

    int to(int value) {
        return starts[value + 1];
    }

    long hash(int at) {
        return hashes[at];
    }

    int size() {
        return hashes.length;
    }

    /** Whether two values have one in common. */
    boolean meet(int one, int two) {
        for (int i = from(one); i < to(one); i++) {
            for (int j = from(two); j < to(two); j++) {
                if (hashes[i] == hashes[j]) {
                    return true;
                }
            }
        }
        return false;
    }
}
