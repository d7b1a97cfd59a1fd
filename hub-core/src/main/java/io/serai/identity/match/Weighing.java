package io.serai.identity.match;

/** Adds up what compared levels say. */
final class Weighing {

    private final Evidence evidence;
    private final Contexts contexts;

    Weighing(Slots slots, Evidence evidence) {
        this.evidence = evidence;
        contexts = new Contexts(slots, evidence.parent());
    }

    /**
     * The log odds of the same person against everything else.
     *
     * @param level of each slot; -1 where one of the two says nothing
     * @param rarity of each slot, of what is shared
     */
    int weight(int[] level, int[] rarity) {
        return evidence.weight(same(level, rarity), house(level, rarity));
    }

    /** The log odds of the same person against unrelated people. */
    int same(int[] level, int[] rarity) {
        return sum(evidence.same(), evidence.priorSame(), level, rarity);
    }

    /** The log odds of one household against unrelated people; the least where the data know no households. */
    int house(int[] level, int[] rarity) {
        return evidence.hasHouseholds() ? sum(evidence.house(), evidence.priorHouse(), level, rarity) : -Bits.MOST;
    }

    private int sum(int[][][] weights, int prior, int[] level, int[] rarity) {
        int sum = prior;
        for (int slot = 0; slot < level.length; slot++) {
            if (level[slot] >= 0) {
                sum += weights[slot][contexts.of(slot, level)][level[slot]] + rarity[slot];
            }
        }
        return sum;
    }

    /** What one slot says for the same person. */
    int said(int slot, int[] level, int[] rarity) {
        return evidence.same()[slot][contexts.of(slot, level)][level[slot]] + rarity[slot];
    }
}
