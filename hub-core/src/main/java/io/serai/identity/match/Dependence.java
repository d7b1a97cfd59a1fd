package io.serai.identity.match;

import java.util.List;
import java.util.function.IntFunction;

/** Which slots depend on which: how much likelier strangers agree in one slot when they agree in another, and people differ. */
final class Dependence {

    /** Strangers that agree in the one agree so many times as often in the other. */
    private static final double LIFT = 3;
    /** Records of one person that differ in the one differ so many times as often in the other. */
    private static final double LIFT_OF_SAME = 1.8;
    /** A value that people of all sorts share: most pairs that share it are strangers. */
    private static final double MOSTLY = .8;
    /** Fewer than so many are chance. */
    private static final double LEAST = 10;

    private final List<Slot> slots;
    private final List<Pass> passes;
    private final Places places;
    private final double[] collision;
    /** By slot and the one slot that the pairs share, or all slots for blind pairs: agreements of strangers, all. */
    private final double[][][] agree;
    /** By the one slot that the pairs share: strangers, all. */
    private final double[][] strangers;
    /** By two slots, of one person: the first differs, the second differs, both do, all. */
    private final double[][][] differ;

    Dependence(List<Pass> passes, Places places, double[] collision) {
        slots = places.contexts().slots().all();
        this.passes = passes;
        this.places = places;
        this.collision = collision;
        agree = new double[slots.size()][slots.size() + 1][2];
        strangers = new double[slots.size() + 1][2];
        differ = new double[slots.size()][slots.size()][4];
    }

    /**
     * Of each slot the coarser slot that it depends on most; -1 for none.
     *
     * @param posterior of an item, the probability of each class
     */
    int[] parents(IntFunction<double[]> posterior) {
        for (int item = 0; item < places.items(); item++) {
            double[] of = posterior.apply(item);
            int shared = shared(places.pass(item));
            if (shared >= 0) {
                count(item, of[Mixture.APART] * places.times(item), shared);
            }
            if (places.pass(item) != passes.size() && of[Mixture.SAME] > .01) {
                countSame(item, of[Mixture.SAME] * places.times(item));
            }
        }
        int[] parents = new int[slots.size()];
        for (int slot = 0; slot < parents.length; slot++) {
            parents[slot] = -1;
            double most = 1;
            for (int other = 0; other < parents.length; other++) {
                double depends = other == slot ? 0 : depends(slot, other);
                if (depends > most) {
                    parents[slot] = other;
                    most = depends;
                }
            }
        }
        return parents;
    }

    private double depends(int slot, int other) {
        if (collision[other] <= collision[slot] || !slots.get(slot).mayDependOn(slots.get(other))) {
            return 0;
        }
        double[] usual = agree[slot][slots.size()];
        double[] here = agree[slot][other];
        boolean coarse = collision[other] > 2 * collision[slot]
                && strangers[other][0] > MOSTLY * strangers[other][1]
                && here[0] > LEAST;
        double apart = coarse ? here[0] / here[1] / ((usual[0] + 1) / (usual[1] + 1)) : 0;
        double[] moved = differ[slot][other];
        double same = moved[2] > LEAST && slots.get(other).mayMove() ? moved[2] * moved[3] / (moved[0] * moved[1]) : 0;
        return Math.max(apart / LIFT, same / LIFT_OF_SAME);
    }

    /** The one slot that the pairs of a pass share; the number of slots for pairs drawn blindly; -1 for others. */
    private int shared(int pass) {
        if (pass == passes.size()) {
            return slots.size();
        }
        int[] of = passes.get(pass).slots();
        return of.length == 1 ? of[0] : -1;
    }

    private void count(int item, double weight, int shared) {
        strangers[shared][0] += weight;
        strangers[shared][1] += places.times(item);
        for (int at = places.from(item); at < places.to(item); at++) {
            int place = places.place(at);
            double[] counts = agree[places.slot(place)][shared];
            counts[0] += places.level(place) > 0 ? weight : 0;
            counts[1] += weight;
        }
    }

    private void countSame(int item, double weight) {
        for (int at = places.from(item); at < places.to(item); at++) {
            int one = places.place(at);
            for (int other = places.from(item); other < places.to(item); other++) {
                int two = places.place(other);
                double[] counts = differ[places.slot(one)][places.slot(two)];
                boolean first = places.level(one) == 0;
                boolean second = places.level(two) == 0;
                counts[0] += first ? weight : 0;
                counts[1] += second ? weight : 0;
                counts[2] += first && second ? weight : 0;
                counts[3] += weight;
            }
        }
    }
}
