package io.serai.identity.match;

/** Weighs pairs of records of a sample by a model. Of one thread. */
final class Scorer {

    private final Model model;
    private final RowLevels rows;
    private final Slots slots;
    private final Evidence evidence;

    Scorer(Sample sample, Model model, int[][] rarities) {
        this.model = model;
        slots = model.slots();
        evidence = model.evidence();
        rows = new RowLevels(sample, rarities);
    }

    int weight(int left, int right) {
        rows.compare(left, right);
        return evidence.weight(sum(evidence.same(), evidence.priorSame()), house());
    }

    /** The sum for one household, of the pair last weighed. */
    int house() {
        return evidence.hasHouseholds() ? sum(evidence.house(), evidence.priorHouse()) : -Bits.MOST;
    }

    int same() {
        return sum(evidence.same(), evidence.priorSame());
    }

    private int sum(int[][][] weights, int prior) {
        int sum = prior;
        for (int slot = 0; slot < rows.level.length; slot++) {
            int level = rows.level[slot];
            if (level >= 0) {
                sum += weights[slot][evidence.context(slots, rows.level, slot)][level] + rows.rarity[slot];
            }
        }
        return sum;
    }
}
