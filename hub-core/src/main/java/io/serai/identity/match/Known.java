package io.serai.identity.match;

/**
 * Pairs that are surely one person, each with the number of such pairs that it stands for.
 *
 * @param lefts records
 * @param rights records, in step
 * @param worth in step (Horvitz and Thompson 1952: one over the chance to be drawn)
 */
record Known(int[] lefts, int[] rights, double[] worth) {

    /** More than enough for any sum. */
    private static final int NOBODY = 1 << 24;

    static Known of(Pairs pairs, Mixture mixture, Drawing drawing, int most) {
        IntArray certain = new IntArray(1024);
        for (int pair = 0; pair < pairs.size(); pair++) {
            boolean drawn = pairs.pass(pair) != Pairs.BLIND && pairs.pass(pair) < drawing.passCount();
            if (drawn && mixture.same(pair) > .5) {
                certain.add(pair);
            }
        }
        int step = Math.max(1, (certain.size() + most - 1) / most);
        IntArray some = new IntArray(most);
        for (int i = 0; i < certain.size(); i++) {
            int pair = certain.get(i);
            if (Long.remainderUnsigned(Hashes.of(pairs.right(pair), pairs.left(pair)), step) == 0) {
                some.add(pair);
            }
        }
        Known known = new Known(new int[some.size()], new int[some.size()], new double[some.size()]);
        for (int i = 0; i < some.size(); i++) {
            int pair = some.get(i);
            known.lefts[i] = pairs.left(pair);
            known.rights[i] = pairs.right(pair);
            known.worth[i] = step * mixture.same(pair) / drawing.chance(pair);
        }
        return known;
    }

    int size() {
        return lefts.length;
    }

    double all() {
        double all = 0;
        for (double each : worth) {
            all += each;
        }
        return all;
    }

    /**
     * Of each pair, how many bear the rarest hash of an atom that it shares, as a logarithm; too many where it shares nothing.
     */
    int[] bearers(Keyed keyed, int slot, int atom) {
        Atoms atoms = keyed.atoms(slot, atom);
        Column column = keyed.sample().column(slot);
        LongArray shared = new LongArray(lefts.length);
        int[] from = new int[lefts.length + 1];
        for (int pair = 0; pair < lefts.length; pair++) {
            share(atoms, column.looseValue(lefts[pair]), column.looseValue(rights[pair]), shared);
            from[pair + 1] = shared.size();
        }
        int[] counts = counts(atoms, column, shared);
        int[] bearers = new int[lefts.length];
        for (int pair = 0; pair < bearers.length; pair++) {
            int fewest = Integer.MAX_VALUE;
            for (int i = from[pair]; i < from[pair + 1]; i++) {
                fewest = Math.min(fewest, counts[i]);
            }
            bearers[pair] = from[pair] == from[pair + 1] ? NOBODY : Bits.of(fewest);
        }
        return bearers;
    }

    private static void share(Atoms atoms, int one, int two, LongArray shared) {
        for (int i = 0; one >= 0 && two >= 0 && i < atoms.count(one); i++) {
            for (int j = 0; j < atoms.count(two); j++) {
                if (atoms.hash(one, i) == atoms.hash(two, j)) {
                    shared.add(atoms.hash(one, i));
                }
            }
        }
    }

    private static int[] counts(Atoms atoms, Column column, LongArray hashes) {
        LongNumbers numbers = new LongNumbers(hashes.size());
        int[] number = new int[hashes.size()];
        for (int i = 0; i < number.length; i++) {
            number[i] = numbers.of(hashes.get(i));
        }
        int[] counts = new int[numbers.size()];
        for (int value = 0; value < column.size(); value++) {
            for (int i = 0; i < atoms.count(value); i++) {
                int known = numbers.known(atoms.hash(value, i));
                if (known >= 0) {
                    counts[known] += column.bearers(value);
                }
            }
        }
        int[] ofEach = new int[number.length];
        for (int i = 0; i < number.length; i++) {
            ofEach[i] = counts[number[i]];
        }
        return ofEach;
    }
}
