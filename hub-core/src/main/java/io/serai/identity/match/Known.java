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
            if (pairs.pass(pair) != Pairs.BLIND && pairs.pass(pair) < drawing.passCount()) {
                if (mixture.same(pair) > .5) {
                    certain.add(pair);
                }
            }
        }
        int step = Math.max(1, (certain.size() + most - 1) / most);
        int size = (certain.size() + step - 1) / step;
        Known known = new Known(new int[size], new int[size], new double[size]);
        for (int i = 0; i < size; i++) {
            int pair = certain.get(i * step);
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

    /** Of each pair, how many bear what it shares, as a logarithm; too many where it shares nothing. */
    int[] bearers(Chances chances, int slot, int atom) {
        int[] bearers = new int[lefts.length];
        for (int i = 0; i < bearers.length; i++) {
            int shared = chances.shared(slot, atom, lefts[i], rights[i]);
            bearers[i] = shared == 0 ? NOBODY : Bits.of(shared);
        }
        return bearers;
    }
}
