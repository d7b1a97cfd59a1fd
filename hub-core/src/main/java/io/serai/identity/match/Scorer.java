package io.serai.identity.match;

/** Weighs pairs of records of a sample by a model. Of one thread. */
final class Scorer {

    private final RowLevels rows;
    private final Weighing weighing;
    private final Bounds bounds;

    Scorer(Sample sample, Model model, int[][] rarities) {
        weighing = model.weighing();
        bounds = model.bounds();
        rows = new RowLevels(sample, rarities);
    }

    int weight(int left, int right) {
        rows.compare(left, right);
        return weighing.weight(rows.level, rows.rarity);
    }

    /** The weight where it reaches the floor; where it does not, anything below: most pairs are soon seen not to. */
    int weight(int left, int right, int floor) {
        rows.glance(left, right);
        if (rows.mayTurn(left, right)) {
            return weight(left, right);
        }
        if (!bounds.mayReach(floor, rows, left, right)) {
            return floor - 1;
        }
        rows.settle(left, right);
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
