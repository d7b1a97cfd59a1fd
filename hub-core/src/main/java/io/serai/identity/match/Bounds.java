package io.serai.identity.match;

import java.util.List;

/** How much a pair can weigh at most while only some of its slots were looked at. */
final class Bounds {

    private final int prior;
    /** Of each slot, of each level, the most that it says in any context. */
    private final int[][] most;
    /** Of each slot, the most that any level but the highest says. */
    private final int[] mostOpen;
    /** Slots, what is quickly compared before the rest. */
    private final int[] order;

    private final Slots slots;
    /** How rare a given and a family name can be. */
    private final int rarestGiven;

    private final int rarestFamily;

    Bounds(Slots slots, Evidence evidence, List<Frequencies> frequencies) {
        this.slots = slots;
        rarestGiven = slots.given() < 0 ? 0 : frequencies.get(slots.given()).most();
        rarestFamily = slots.family() < 0 ? 0 : frequencies.get(slots.family()).most();
        prior = evidence.priorSame();
        most = new int[slots.size()][];
        mostOpen = new int[slots.size()];
        for (int slot = 0; slot < most.length; slot++) {
            most[slot] = most(evidence.same()[slot]);
            mostOpen[slot] = Integer.MIN_VALUE;
            for (int level = 0; level < slots.get(slot).top(); level++) {
                mostOpen[slot] = Math.max(mostOpen[slot], most[slot][level]);
            }
        }
        order = slots.byEffort();
    }

    private static int[] most(int[][] contexts) {
        int[] most = contexts[0].clone();
        for (int[] context : contexts) {
            for (int level = 0; level < most.length; level++) {
                most[level] = Math.max(most[level], context[level]);
            }
        }
        return most;
    }

    /** Looks at what is open, as long as the pair may still reach the floor; false when it may not. */
    boolean mayReach(int floor, RowLevels rows, int left, int right) {
        int bound = prior;
        for (int slot = 0; slot < most.length; slot++) {
            int level = rows.level[slot];
            bound += level == RowLevels.OPEN ? mostOpen[slot] : level < 0 ? 0 : most[slot][level] + rows.rarity[slot];
        }
        for (int i = 0; i < order.length && bound >= floor; i++) {
            int slot = order[i];
            if (rows.level[slot] == RowLevels.OPEN) {
                rows.look(slot, left, right);
                bound += most[slot][rows.level[slot]] - mostOpen[slot];
            }
        }
        return bound >= floor;
    }

    /**
     * The same of portraits. When they may, all their slots were looked at.
     *
     * @param left many are compared with it: it is parsed for the sake of the bound
     */
    boolean mayReach(int floor, Levels levels, Portrait left, Portrait right) {
        int bound = prior;
        int[] open = new int[most.length];
        for (int slot = 0; slot < open.length; slot++) {
            open[slot] = open(slot, left, right);
            bound += open[slot];
        }
        boolean named = false;
        for (int i = 0; i < order.length && bound >= floor; i++) {
            int slot = order[i];
            if (slot != slots.given() && slot != slots.family()) {
                levels.look(slot, left, right);
                bound += said(slot, levels) - open[slot];
            } else if (!named) {
                named = true;
                bound += names(levels, left, right, open);
            }
        }
        return bound >= floor;
    }

    /** By how much it says less than it might have, that both names are what they are. */
    private int names(Levels levels, Portrait left, Portrait right, int[] open) {
        int less = 0;
        for (int slot : new int[] {slots.given(), slots.family()}) {
            if (slot >= 0) {
                levels.look(slot, left, right);
            }
        }
        levels.settle(left, right);
        for (int slot : new int[] {slots.given(), slots.family()}) {
            if (slot >= 0) {
                less += said(slot, levels) - open[slot];
            }
        }
        return less;
    }

    private int said(int slot, Levels levels) {
        int level = levels.level[slot];
        return level < 0 ? 0 : most[slot][level] + levels.rarity[slot];
    }

    /** The most that a slot can say of two portraits before it was looked at. */
    private int open(int slot, Portrait left, Portrait right) {
        boolean family = slot == slots.family();
        if (!left.isWritten(slot) || !right.isWritten(slot)) {
            return 0;
        }
        int rarity = family ? Math.max(left.rarity(slot), rarestFamily) : left.rarity(slot);
        int open =
                Math.max(0, Math.max(mostOpen[slot], most[slot][slots.get(slot).top()] + rarity));
        if (slot == slots.given() && slots.family() >= 0) {
            int swapped = most[slot][slots.get(slot).swapped()] + rarestGiven + rarestFamily;
            return Math.max(open, swapped);
        }
        return open;
    }
}
