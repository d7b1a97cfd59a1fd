package io.serai.identity.match;

import java.util.Arrays;

/**
 * The keys of all records in one pass. They are added up part by part for many rows together: memory answers many questions
 * at a time nearly as fast as one. Of one thread.
 */
final class PassKeys {

    /** Takes a key of a record. */
    interface Sink {
        void key(int row, long key);
    }

    private static final int CHUNK = 1024;

    private final int size;
    private final long seed;
    private final Column[] columns;
    private final Atoms[] atoms;
    private final long[] salts;
    private final long[] keys = new long[CHUNK];
    private final boolean[] silent = new boolean[CHUNK];
    private final boolean[] several = new boolean[CHUNK];

    PassKeys(Keyed keyed, Pass pass) {
        size = keyed.size();
        seed = pass.seed();
        salts = pass.salts(keyed.sample().slots());
        columns = new Column[salts.length];
        atoms = new Atoms[salts.length];
        for (int part = 0; part < salts.length; part++) {
            columns[part] = keyed.sample().column(pass.slots()[part]);
            atoms[part] = keyed.atoms(pass.slots()[part], pass.atoms()[part]);
        }
    }

    /** Gives all keys of every so manieth row, row by row. */
    void forEach(int step, Sink sink) {
        for (int first = 0; first < size; first += CHUNK * step) {
            int count = (int) Math.min(CHUNK, ((long) size - first + step - 1) / step);
            addUp(first, step, count);
            for (int i = 0; i < count; i++) {
                if (several[i] && !silent[i]) {
                    combine(first + i * step, 0, seed, sink);
                } else if (!silent[i]) {
                    sink.key(first + i * step, keys[i]);
                }
            }
        }
    }

    private void addUp(int first, int step, int count) {
        Arrays.fill(keys, seed);
        Arrays.fill(silent, false);
        Arrays.fill(several, false);
        for (int part = 0; part < salts.length; part++) {
            for (int i = 0; i < count; i++) {
                int value = columns[part].looseValue(first + i * step);
                if (value < 0) {
                    silent[i] = true;
                } else {
                    long only = atoms[part].only(value);
                    silent[i] |= only == 0;
                    several[i] |= atoms[part].hasSeveral(value);
                    keys[i] += Hashes.of(salts[part], only);
                }
            }
        }
    }

    private void combine(int row, int part, long key, Sink sink) {
        if (part == salts.length) {
            sink.key(row, key);
            return;
        }
        int value = columns[part].looseValue(row);
        for (int i = 0; i < atoms[part].count(value); i++) {
            combine(row, part + 1, key + Hashes.of(salts[part], atoms[part].hash(value, i)), sink);
        }
    }
}
