package io.serai.identity.match;

/** Weighs pairs of records of a sample by a model. Of one thread. */
final class Scorer {

    private final RowLevels rows;
    private final Weighing weighing;

    Scorer(Sample sample, Model model, int[][] rarities) {
        weighing = model.weighing();
        rows = new RowLevels(sample, rarities);
    }

    int weight(int left, int right) {
        rows.compare(left, right);
        return weighing.weight(rows.level, rows.rarity);
    }

    /** The sum for the same person, of the pair last weighed. */
    int same() {
        return weighing.same(rows.level, rows.rarity);
    }

    /** The sum for one household, of the pair last weighed. */
    int house() {
        return weighing.house(rows.level, rows.rarity);
    }
}
