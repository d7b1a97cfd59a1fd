package io.serai.identity.match;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** How much likelier strangers agree in one slot when they agree in another. */
final class Dependence {

    /** A value that people of all sorts share: most pairs that share it are strangers. */
    private static final double MOSTLY = .8;
    /** Fewer agreements are chance. */
    private static final double LEAST = 10;

    private final List<Slot> slots;
    private final List<Pass> passes;
    private final Places places;
    private final double[] collision;

    Dependence(List<Slot> slots, List<Pass> passes, Places places, double[] collision) {
        this.slots = slots;
        this.passes = passes;
        this.places = places;
        this.collision = collision;
    }

    /**
     * By slot and the coarser slot that it may depend on; 0 where nothing is known.
     *
     * @param apart how probable it is that the pairs of an item are strangers
     */
    double[][] lifts(IntToDoubleFunction apart) {
        int size = slots.size();
        double[][][] agree = new double[size][size + 1][2];
        double[][] strangers = new double[size + 1][2];
        for (int item = 0; item < places.items(); item++) {
            int given = given(places.pass(item));
            if (given >= 0) {
                double weight = apart.applyAsDouble(item) * places.times(item);
                strangers[given][0] += weight;
                strangers[given][1] += places.times(item);
                count(item, weight, given, agree);
            }
        }
        double[][] lifts = new double[size][size];
        for (int slot = 0; slot < size; slot++) {
            double[] usual = agree[slot][size];
            for (int other = 0; other < size; other++) {
                double[] here = agree[slot][other];
                if (other != slot
                        && collision[other] > 2 * collision[slot]
                        && strangers[other][0] > MOSTLY * strangers[other][1]
                        && here[0] > LEAST) {
                    lifts[slot][other] = here[0] / here[1] / ((usual[0] + 1) / (usual[1] + 1));
                }
            }
        }
        return lifts;
    }

    /** The one slot that the pairs of a pass share; the number of slots for pairs drawn blindly; -1 for others. */
    private int given(int pass) {
        if (pass == passes.size()) {
            return slots.size();
        }
        int[] of = passes.get(pass).slots();
        return of.length == 1 ? of[0] : -1;
    }

    private void count(int item, double weight, int given, double[][][] agree) {
        for (int at = places.from(item); at < places.to(item); at++) {
            int slot = places.slot(places.place(at));
            agree[slot][given][1] += weight;
            if (places.place(at) > places.start(slot, 0)) {
                agree[slot][given][0] += weight;
            }
        }
    }
}
