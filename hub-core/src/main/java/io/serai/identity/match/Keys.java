package io.serai.identity.match;

import io.serai.identity.compare.AtomSink;
import java.util.Arrays;
import java.util.List;

/** The keys of portraits: of each pass, all combinations of the atoms that it takes. */
final class Keys {

    /** More atoms of one name than this are not looked at. */
    static final int MOST_ATOMS = 4;

    private final Slots slots;
    private final List<Pass> passes;
    private final int[] atomsOf;
    /** Of each pass, what its keys begin with, and what is mixed with each of its atoms. */
    private final long[] seeds;

    private final long[][] salts;

    Keys(Slots slots, List<Pass> passes) {
        this.slots = slots;
        this.passes = passes;
        atomsOf = new int[slots.size()];
        seeds = passes.stream().mapToLong(Pass::seed).toArray();
        salts = passes.stream().map(pass -> pass.salts(slots)).toArray(long[][]::new);
        for (int i = 0; i < atomsOf.length; i++) {
            atomsOf[i] = slots.get(i).comparison().atomNames().size();
        }
    }

    long[] of(Portrait portrait) {
        long[][][] atoms = new long[slots.size()][][];
        for (int slot = 0; slot < atoms.length; slot++) {
            Object value = portrait.loose(slot);
            atoms[slot] = value == null ? null : atoms(slot, value);
        }
        long[] keys = new long[passes.size() * 2];
        int size = 0;
        for (int pass = 0; pass < seeds.length; pass++) {
            long[] some = combine(pass, atoms);
            if (size + some.length > keys.length) {
                keys = Arrays.copyOf(keys, size * 2 + some.length);
            }
            System.arraycopy(some, 0, keys, size, some.length);
            size += some.length;
        }
        return Arrays.copyOf(keys, size);
    }

    private long[][] atoms(int slot, Object parsed) {
        long[][] atoms = new long[atomsOf[slot]][];
        AtomSink sink = (atom, hash) -> atoms[atom] = added(atoms[atom], hash);
        slots.get(slot).comparison().atoms(parsed, sink);
        return atoms;
    }

    /** With one more, unless it is there or there are enough. */
    static long[] added(long[] hashes, long hash) {
        if (hashes == null) {
            return new long[] {hash};
        }
        for (long known : hashes) {
            if (known == hash) {
                return hashes;
            }
        }
        if (hashes.length == MOST_ATOMS) {
            return hashes;
        }
        long[] more = Arrays.copyOf(hashes, hashes.length + 1);
        more[hashes.length] = hash;
        return more;
    }

    private long[] combine(int number, long[][][] atoms) {
        Pass pass = passes.get(number);
        long[] keys = {seeds[number]};
        for (int i = 0; i < pass.slots().length; i++) {
            long[][] ofSlot = atoms[pass.slots()[i]];
            long[] some = ofSlot == null ? null : ofSlot[pass.atoms()[i]];
            if (some == null) {
                return new long[0];
            }
            keys = combined(keys, some, salts[number][i]);
        }
        return keys;
    }

    private static long[] combined(long[] keys, long[] atoms, long salt) {
        long[] all = new long[keys.length * atoms.length];
        for (int i = 0; i < keys.length; i++) {
            for (int j = 0; j < atoms.length; j++) {
                all[i * atoms.length + j] = keys[i] + Hashes.of(salt, atoms[j]);
            }
        }
        return all;
    }
}
