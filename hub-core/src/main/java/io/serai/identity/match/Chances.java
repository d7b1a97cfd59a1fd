package io.serai.identity.match;

/** How often two records meet in an atom by chance. */
final class Chances {

    private final Keyed keyed;
    private final double[][] collision;

    Chances(Keyed keyed, int threads) {
        this.keyed = keyed;
        int slots = keyed.sample().slots().size();
        collision = new double[slots][];
        IntArray atoms = new IntArray(64);
        for (int slot = 0; slot < slots; slot++) {
            collision[slot] = new double[keyed.kinds(slot)];
            for (int atom = 0; atom < collision[slot].length; atom++) {
                atoms.add(slot << 8 | atom);
            }
        }
        Parallel.run(threads, atoms.size(), 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                int slot = atoms.get(i) >> 8;
                int atom = atoms.get(i) & 0xff;
                collision[slot][atom] =
                        collision(keyed.atoms(slot, atom), keyed.sample().column(slot));
            }
        });
    }

    private double collision(Atoms atoms, Column column) {
        LongArray hashes = new LongArray(column.size());
        IntArray values = new IntArray(column.size());
        for (int value = 0; value < column.size(); value++) {
            for (int i = 0; i < atoms.count(value); i++) {
                hashes.add(atoms.hash(value, i));
                values.add(value);
            }
        }
        LongNumbers numbers = new LongNumbers(hashes.size());
        int[] counts = new int[hashes.size()];
        for (int i = 0; i < hashes.size(); i++) {
            counts[numbers.of(hashes.get(i))] += column.bearers(values.get(i));
        }
        double pairs = 0;
        for (int i = 0; i < numbers.size(); i++) {
            pairs += (double) counts[i] * (counts[i] - 1);
        }
        return pairs / ((double) keyed.size() * Math.max(1, keyed.size() - 1));
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
}
