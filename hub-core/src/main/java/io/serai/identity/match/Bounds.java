package io.serai.identity.match;

/** How much a pair can weigh at most while only some of its slots were looked at. */
final class Bounds {

    private final int prior;
    /** Of each slot, of each level, the most that it says in any context. */
    private final int[][] most;
    /** Of each slot, the most that any level but the highest says. */
    private final int[] mostOpen;
    /** Slots, what is quickly compared before the rest. */
    private final int[] order;

    Bounds(Slots slots, Evidence evidence) {
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
}
