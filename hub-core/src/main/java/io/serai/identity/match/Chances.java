package io.serai.identity.match;

/** How often two records meet in an atom by chance, and how many bear each of its hashes. */
final class Chances {

    private final Keyed keyed;
    private final double[][] collision;
    private final int[][][] bearers;

    Chances(Keyed keyed, int threads) {
        this.keyed = keyed;
        int slots = keyed.sample().slots().size();
        collision = new double[slots][];
        bearers = new int[slots][][];
        Parallel.run(threads, slots, 1, (from, to) -> {
            for (int slot = from; slot < to; slot++) {
                collision[slot] = new double[keyed.kinds(slot)];
                bearers[slot] = new int[keyed.kinds(slot)][];
                for (int atom = 0; atom < collision[slot].length; atom++) {
                    count(slot, atom);
                }
            }
        });
    }

    private void count(int slot, int atom) {
        Atoms atoms = keyed.atoms(slot, atom);
        Column column = keyed.sample().column(slot);
        LongNumbers numbers = new LongNumbers(atoms.size());
        int[] number = new int[atoms.size()];
        for (int i = 0; i < number.length; i++) {
            number[i] = numbers.of(atoms.hash(i));
        }
        int[] counts = new int[numbers.size()];
        for (int value = 0; value < column.size(); value++) {
            for (int at = atoms.from(value); at < atoms.to(value); at++) {
                counts[number[at]] += column.bearers(value);
            }
        }
        double pairs = 0;
        for (int each : counts) {
            pairs += (double) each * (each - 1);
        }
        double all = (double) keyed.size() * Math.max(1, keyed.size() - 1);
        collision[slot][atom] = pairs / all;
        int[] ofEach = new int[number.length];
        for (int i = 0; i < number.length; i++) {
            ofEach[i] = counts[number[i]];
        }
        bearers[slot][atom] = ofEach;
    }

    /** The chance that two records, silent ones among them, meet. */
    double collision(int slot, int atom) {
        return collision[slot][atom];
    }

    /** Pairs to expect of a pass if its atoms were independent. */
    double pairs(Pass pass) {
        double pairs = (double) keyed.size() * (keyed.size() - 1) / 2;
        for (int i = 0; i < pass.slots().length; i++) {
            pairs *= collision[pass.slots()[i]][pass.atoms()[i]];
        }
        return pairs;
    }

    /** How many records bear the rarest hash of an atom that two records share; none: 0. */
    int shared(int slot, int atom, int left, int right) {
        Column column = keyed.sample().column(slot);
        int one = column.looseValue(left);
        int two = column.looseValue(right);
        if (one < 0 || two < 0) {
            return 0;
        }
        Atoms atoms = keyed.atoms(slot, atom);
        int fewest = 0;
        for (int i = atoms.from(one); i < atoms.to(one); i++) {
            for (int j = atoms.from(two); j < atoms.to(two); j++) {
                if (atoms.hash(i) == atoms.hash(j)) {
                    int here = bearers[slot][atom][i];
                    fewest = fewest == 0 ? here : Math.min(fewest, here);
                }
            }
        }
        return fewest;
    }
}
