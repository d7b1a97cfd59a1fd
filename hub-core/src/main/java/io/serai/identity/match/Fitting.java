package io.serai.identity.match;

import java.util.ArrayList;
import java.util.List;

/** Learns a model from records without labels. */
final class Fitting {

    private static final int MOST_KNOWN = 3_000;
    /** Pairs of strangers for each record: many while they are few, fewer when they are many. */
    private static final double GENEROUS = 60;

    private static final double FRUGAL = 30;
    private static final double AFFORDABLE = 3_000_000;
    private static final int BLOCK_LIMIT = 200;
    private final Sample sample;
    private final int threads;
    private final Slots slots;
    private final int[][] rarities;
    private final List<Frequencies> frequencies = new ArrayList<>();
    private final double[] collision;
    private Mixture mixture;
    private Blocks blocks;

    Fitting(Sample sample, int threads) {
        this.sample = sample.closed(threads);
        this.threads = threads;
        slots = sample.slots();
        rarities = new int[slots.size()][];
        collision = new double[slots.size()];
        for (int slot = 0; slot < slots.size(); slot++) {
            Rarity rarity = new Rarity(sample.column(slot), new int[Bucket.SIZES]);
            rarities[slot] = rarity.ofValues();
            collision[slot] = rarity.collision();
        }
    }

    Model fit() {
        Keyed keyed = new Keyed(sample, threads);
        Chances chances = new Chances(keyed, threads);
        List<Pass> drawn = new FirstPasses(keyed, chances).choose();
        if (drawn.isEmpty()) {
            return Model.standard(slots.fields());
        }
        Drawing drawing = new Drawing(keyed, drawn, threads);
        Pairs pairs = drawing.draw(rarities);
        List<Pass> all = new ArrayList<>(drawn);
        drawing.buckets().forEach(bucket -> all.add(bucket.pass()));
        mixture = new Learning(slots, all, pairs, collision, threads).learn();
        Known known = Known.of(pairs, mixture, drawing, MOST_KNOWN);
        double budget = Math.max(FRUGAL * sample.size(), Math.min(GENEROUS * sample.size(), AFFORDABLE));
        List<Pass> passes = new PassChooser(keyed, chances, known, BLOCK_LIMIT, budget, threads).choose();
        appraise(drawing, drawn.size(), known.all());
        Model unprimed = new Model(slots, mixture.evidence(), frequencies, passes, Calibration.NONE, BLOCK_LIMIT);
        blocks = Blocks.of(keyed, passes, BLOCK_LIMIT, threads);
        Evidence primed = new Prior(sample, unprimed, rarities).of(blocks);
        return new Model(slots, primed, frequencies, passes, Calibration.USUAL, BLOCK_LIMIT);
    }

    /** The blocks of the model's passes; null before it was fitted, and when nothing could be learned. */
    Blocks blocks() {
        return blocks;
    }

    /** What values of each class say beyond their frequency, from the pairs that share them. */
    private void appraise(Drawing drawing, int first, double same) {
        double pairs = (double) sample.size() * (sample.size() - 1) / 2;
        int prior = Bits.of(Math.max(same, 1) / pairs);
        int[][] bonus = new int[slots.size()][Bucket.SIZES];
        for (int i = 0; i < drawing.buckets().size(); i++) {
            Bucket bucket = drawing.buckets().get(i);
            bonus[bucket.slot()][bucket.size()] = mixture.surplus(first + i, bucket.slot(), prior);
        }
        for (int slot = 0; slot < slots.size(); slot++) {
            Rarity rarity = new Rarity(sample.column(slot), bonus[slot]);
            frequencies.add(rarity.frequencies());
            rarities[slot] = rarity.ofValues();
        }
    }
}
