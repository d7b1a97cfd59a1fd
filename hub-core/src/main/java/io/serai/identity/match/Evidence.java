package io.serai.identity.match;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What levels are worth, in hundredths of a bit against unrelated people: of each slot, in each context of the slot that it
 * depends on, of each level. So a move counts once, not as street, postcode and town (a tree of dependence: Chow and Liu 1968).
 *
 * @param parent of each slot, the slot that it depends on; -1 for none
 * @param same for the same person
 * @param house for two people of one household; null when the data know no households
 * @param priorSame log2 of same person against unrelated, before anything is compared
 * @param priorHouse log2 of one household against unrelated
 */
record Evidence(int[] parent, int[][][] same, int[][][] house, int priorSame, int priorHouse) {

    /** Contexts of a slot: nothing is known of the slot that it depends on, that one agrees, that one is different. */
    static final int CONTEXTS = 3;

    private static final int AGREES = 1;
    private static final int DIFFERS = 2;

    /**
     * In which context a slot is, by the level of the slot that it depends on.
     *
     * @param parent of none: null
     * @param level of the parent; -1 when unknown
     */
    static int context(Slot parent, int level) {
        return parent == null || level < 0
                ? 0
                : parent.agrees(level) ? AGREES : level == 0 && parent.mayMove() ? DIFFERS : 0;
    }

    /** The context of a slot among compared levels. */
    int context(Slots slots, int[] levels, int slot) {
        int above = parent[slot];
        return above < 0 ? 0 : context(slots.get(above), levels[above]);
    }

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
        int[][] contexts = new int[CONTEXTS][size];
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
