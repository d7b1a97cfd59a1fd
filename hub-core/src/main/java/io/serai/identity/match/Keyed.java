package io.serai.identity.match;

/** The records of a sample with the atoms of all their values. */
final class Keyed {

    /** Takes a key of a record. */
    interface KeySink {
        void key(int row, long key);
    }

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

    /** All keys of a pass, of every so manieth row; a row's own keys are different. */
    void forEachKey(Pass pass, int step, KeySink sink) {
        int parts = pass.slots().length;
        Column[] columns = new Column[parts];
        Atoms[] parted = new Atoms[parts];
        for (int i = 0; i < parts; i++) {
            columns[i] = sample.column(pass.slots()[i]);
            parted[i] = atoms[pass.slots()[i]][pass.atoms()[i]];
        }
        long seed = pass.seed();
        long[] salts = pass.salts(sample.slots());
        for (int row = 0; row < sample.size(); row += step) {
            emit(row, 0, seed, columns, parted, salts, sink);
        }
    }

    private static void emit(
            int row, int part, long key, Column[] columns, Atoms[] parted, long[] salts, KeySink sink) {
        if (part == columns.length) {
            sink.key(row, key);
            return;
        }
        int value = columns[part].looseValue(row);
        if (value >= 0) {
            Atoms atoms = parted[part];
            for (int at = atoms.from(value); at < atoms.to(value); at++) {
                emit(row, part + 1, key + Hashes.of(salts[part], atoms.hash(at)), columns, parted, salts, sink);
            }
        }
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
        return one >= 0
                && two >= 0
                && (one == two
                        ? atoms[slot][atom].to(one) > atoms[slot][atom].from(one)
                        : atoms[slot][atom].meet(one, two));
    }
}
