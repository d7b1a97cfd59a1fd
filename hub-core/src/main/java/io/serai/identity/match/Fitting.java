package io.serai.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns a model from records without labels. */
final class Fitting {

    private static final int ROUNDS = 40;
    private static final int MOST_KNOWN = 3_000;
    /** Pairs for each record. */
    private static final double BUDGET = 12;

    private static final double LEAST_BUDGET = 100_000;

    private final Sample sample;
    private final int threads;
    private final Slots slots;
    private final int[][] rarities;
    private final List<Frequencies> frequencies = new ArrayList<>();
    private final double[] collision;
    Mixture mixture;

    Fitting(Sample sample, int threads) {
        this.sample = sample.closed(threads);
        this.threads = threads;
        slots = sample.slots();
        rarities = new int[slots.size()][];
        collision = new double[slots.size()];
        for (int slot = 0; slot < slots.size(); slot++) {
            Rarity rarity = new Rarity(sample.column(slot), slots.get(slot).kind());
            frequencies.add(rarity.frequencies());
            rarities[slot] = rarity.ofValues();
            collision[slot] = rarity.collision();
        }
    }

    Model fit() {
        Keyed keyed = new Keyed(sample, threads);
        Chances chances = new Chances(keyed, threads);
        Drawing drawing = new Drawing(keyed, chances, rarities);
        List<Pass> drawn = drawing.passes();
        if (drawn.isEmpty()) {
            return Model.standard(slots.fields());
        }
        Pairs pairs = drawing.draw(drawn);
        int[] parent = new int[slots.size()];
        Arrays.fill(parent, -1);
        mixture = learn(drawn, pairs, parent);
        int limit = blockLimit();
        List<Pass> passes = passes(keyed, chances, drawing, pairs, limit);
        Model unprimed = new Model(slots, mixture.evidence(), frequencies, passes, Calibration.NONE, limit);
        Blocks blocks = Blocks.of(keyed, passes, limit, threads);
        Evidence primed = new Prior(sample, unprimed, rarities).of(blocks);
        return new Model(slots, primed, frequencies, passes, Calibration.NONE, limit);
    }

    private int blockLimit() {
        return 200;
    }

    /** With households where the data speak for them by more than their parameters cost (Schwarz 1978). */
    private Mixture learn(List<Pass> drawn, Pairs pairs, int[] parent) {
        Mixture two = new Mixture(slots.all(), drawn, pairs, collision, parent, false).run(ROUNDS);
        int free = drawn.size() + 1;
        for (Slot slot : slots.all()) {
            free += Usual.house(slot) == null ? 0 : slot.comparison().levels() - 1;
        }
        if (free == drawn.size() + 1) {
            return two;
        }
        Mixture three = new Mixture(slots.all(), drawn, pairs, collision, parent, true).run(ROUNDS);
        double gain = three.likelihood() - two.likelihood();
        return gain > .5 * free * StrictMath.log(pairs.size()) ? three : two;
    }

    private List<Pass> passes(Keyed keyed, Chances chances, Drawing drawing, Pairs pairs, int limit) {
        Known known = Known.of(pairs, mixture, drawing, MOST_KNOWN);
        double budget = Math.max(BUDGET * sample.size(), LEAST_BUDGET);
        return new PassChooser(keyed, chances, known, limit, budget).choose();
    }
}
