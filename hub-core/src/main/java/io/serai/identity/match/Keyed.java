package io.serai.identity.match;

/** The records of a sample with the atoms of all their values. */
final class Keyed {

    private final Sample sample;
    private final Atoms[][] atoms;

    Keyed(Sample sample, int threads) {
        this.sample = sample;
        atoms = new Atoms[sample.slots().size()][];
        Parallel.run(threads, atoms.length, 1, (from, to) -> {
            for (int slot = from; slot < to; slot++) {
                atoms[slot] = Atoms.of(sample.column(slot));
            }
        });
    }

    int size() {
        return sample.size();
    }

    Sample sample() {
        return sample;
    }

    Atoms atoms(int slot, int atom) {
        return atoms[slot][atom];
    }

    int kinds(int slot) {
        return atoms[slot].length;
    }

    /** The keys of a pass. */
    PassKeys keys(Pass pass) {
        return new PassKeys(this, pass);
    }

    /** Whether two records share a key of a pass. */
    boolean meet(Pass pass, int left, int right) {
        for (int i = 0; i < pass.slots().length; i++) {
            if (!meet(pass.slots()[i], pass.atoms()[i], left, right)) {
                return false;
            }
        }
        return true;
    }

    boolean meet(int slot, int atom, int left, int right) {
        Column column = sample.column(slot);
        int one = column.looseValue(left);
        int two = column.looseValue(right);
        return one >= 0 && two >= 0 && atoms[slot][atom].meet(one, two);
    }
}
