package io.serai.identity.match;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What levels are worth, in hundredths of a bit against unrelated people: of each slot, in each of its {@link Contexts}, of
 * each level.
 *
 * @param parent of each slot, what it depends on, as {@link Contexts} has it
 * @param same for the same person
 * @param house for two people of one household; null when the data know no households
 * @param priorSame log2 of same person against unrelated, before anything is compared
 * @param priorHouse log2 of one household against unrelated
 */
record Evidence(int[] parent, int[][][] same, int[][][] house, int priorSame, int priorHouse) {

    boolean hasHouseholds() {
        return house != null;
    }

    Evidence withPriors(int newSame, int newHouse) {
        return new Evidence(parent, same, house, newSame, newHouse);
    }

    /** The log odds of the same person against everything else, from both sums. */
    int weight(int sumSame, int sumHouse) {
        return house == null ? sumSame : sumSame - Bits.onePlus(sumHouse);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(priorSame);
        out.writeInt(priorHouse);
        out.writeBoolean(house != null);
        for (int slot = 0; slot < parent.length; slot++) {
            out.writeByte(parent[slot]);
            write(out, same[slot]);
            if (house != null) {
                write(out, house[slot]);
            }
        }
    }

    private static void write(DataOutput out, int[][] contexts) throws IOException {
        out.writeByte(contexts[0].length);
        for (int[] levels : contexts) {
            for (int level : levels) {
                out.writeShort(level);
            }
        }
    }

    static Evidence read(DataInput in, int slots) throws IOException {
        int priorSame = in.readInt();
        int priorHouse = in.readInt();
        boolean households = in.readBoolean();
        int[] parent = new int[slots];
        int[][][] same = new int[slots][][];
        int[][][] house = households ? new int[slots][][] : null;
        for (int slot = 0; slot < slots; slot++) {
            parent[slot] = in.readByte();
            same[slot] = levels(in);
            if (households) {
                house[slot] = levels(in);
            }
        }
        return new Evidence(parent, same, house, priorSame, priorHouse);
    }

    private static int[][] levels(DataInput in) throws IOException {
        int size = in.readByte();
        int[][] contexts = new int[Contexts.COUNT][size];
        for (int[] levels : contexts) {
            for (int i = 0; i < size; i++) {
                levels[i] = in.readShort();
            }
        }
        return contexts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && priorSame == that.priorSame
                && priorHouse == that.priorHouse
                && Arrays.equals(parent, that.parent)
                && Arrays.deepEquals(same, that.same)
                && Arrays.deepEquals(house, that.house);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(same) * 31 + priorSame;
    }
}
