package io.serai.identity.match;

import java.util.List;

/** Learns the classes of pairs, as many as the data speak for, and what depends on what. */
final class Learning {

    private final Slots slots;
    private final List<Pass> passes;
    private final Pairs pairs;
    private final double[] collision;
    private final int threads;

    /** @param collision of each slot, how often two records that say something agree by chance */
    Learning(Slots slots, List<Pass> passes, Pairs pairs, double[] collision, int threads) {
        this.slots = slots;
        this.passes = passes;
        this.pairs = pairs;
        this.collision = collision;
        this.threads = threads;
    }

    Mixture learn() {
        Contexts usual = Contexts.usual(slots);
        Places places = Places.of(usual, passes, pairs);
        Mixture best = classes(places);
        Contexts found = usual.with(best.parents());
        return found.equals(usual)
                ? best
                : new Mixture(Places.of(found, passes, pairs), passes, collision, best.hasHouseholds()).run();
    }

    /** With households where the data speak for them by more than their parameters cost (Schwarz 1978). */
    private Mixture classes(Places places) {
        int free = 0;
        for (Slot slot : slots.all()) {
            free += Usual.house(slot) == null ? 0 : slot.comparison().levels() - 1;
        }
        int most = free == 0 ? 1 : 2;
        Mixture[] mixtures = new Mixture[most];
        Parallel.run(threads, most, 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                mixtures[i] = new Mixture(places, passes, collision, i == 1).run();
            }
        });
        double cost = .5 * (free + passes.size() + 1) * StrictMath.log(pairs.size());
        boolean households = most == 2 && mixtures[1].likelihood() - mixtures[0].likelihood() > cost;
        return mixtures[households ? 1 : 0];
    }
}
