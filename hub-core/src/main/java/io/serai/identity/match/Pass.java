package io.serai.identity.match;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A way to find candidates: records share it when all these atoms are equal.
 *
 * @param slots of the atoms, in step with {@code atoms}
 * @param atoms their indexes in the slots' comparisons
 */
record Pass(int[] slots, int[] atoms) {

    boolean uses(int slot) {
        for (int used : slots) {
            if (used == slot) {
                return true;
            }
        }
        return false;
    }

    /** Ties keys to what they are made of, so that equal texts of two passes do not meet. */
    long seed() {
        long seed = 17;
        for (int i = 0; i < slots.length; i++) {
            seed = Hashes.of(seed, slots[i] * 64L + atoms[i]);
        }
        return seed;
    }

    /**
     * What is mixed with each atom before all are added up. Given and family name get the same when their atoms are of one sort:
     * then swapped names have the same key.
     */
    long[] salts(Slots all) {
        long[] salts = new long[slots.length];
        for (int i = 0; i < slots.length; i++) {
            Slot slot = all.get(slots[i]);
            boolean name = slots[i] == all.given() || slots[i] == all.family();
            String atom = slot.comparison().atomNames().get(atoms[i]);
            salts[i] = name ? Hashes.of(atom) : slots[i] * 64L + atoms[i];
        }
        return salts;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(slots.length);
        for (int i = 0; i < slots.length; i++) {
            out.writeByte(slots[i]);
            out.writeByte(atoms[i]);
        }
    }

    static Pass read(DataInput in) throws IOException {
        int size = in.readByte();
        Pass pass = new Pass(new int[size], new int[size]);
        for (int i = 0; i < size; i++) {
            pass.slots[i] = in.readByte();
            pass.atoms[i] = in.readByte();
        }
        return pass;
    }

    String name(Slots all) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < slots.length; i++) {
            Slot slot = all.get(slots[i]);
            name.append(i == 0 ? "" : " + ")
                    .append(slot.name())
                    .append(' ')
                    .append(slot.comparison().atomNames().get(atoms[i]));
        }
        return name.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pass that && Arrays.equals(slots, that.slots) && Arrays.equals(atoms, that.atoms);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seed());
    }
}
