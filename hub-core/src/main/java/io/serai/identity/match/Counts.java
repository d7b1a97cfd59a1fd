package io.serai.identity.match;

import java.util.Arrays;

/** How often each level was seen, by class of pairs; a pair counts for each class as much as it is likely to be of it. */
final class Counts {

    private final Places places;
    private final double[][] seen = new double[4][];

    Counts(Places places) {
        this.places = places;
        for (int kind = 0; kind < seen.length; kind++) {
            seen[kind] = new double[places.size()];
        }
    }

    void clear() {
        for (double[] each : seen) {
            Arrays.fill(each, 0);
        }
    }

    /**
     * Counts what pairs say.
     *
     * @param blind whether they were drawn blindly: only these tell how often strangers agree, but where another slot explains it
     * @param likely how many of them are of each class
     */
    void add(int item, boolean blind, double[] likely) {
        for (int at = places.from(item); at < places.to(item); at++) {
            int place = places.place(at);
            if (!blind) {
                seen[Mixture.SAME][place] += likely[Mixture.SAME];
                seen[Mixture.HOUSE][place] += likely[Mixture.HOUSE];
            }
            if (blind || places.isExplained(place)) {
                seen[Mixture.APART][place] += likely[Mixture.APART];
            }
            if (blind) {
                seen[Mixture.BLIND][place] += likely[Mixture.APART];
            }
        }
    }

    /** Of each level of a slot in a context. */
    double[] of(int kind, int slot, int context) {
        int from = places.start(slot, context);
        return Arrays.copyOfRange(seen[kind], from, from + places.levels(slot));
    }

    /** Of each level of a slot in all contexts. */
    double[] all(int kind, int slot) {
        double[] all = new double[places.levels(slot)];
        for (int context = 0; context < Contexts.COUNT; context++) {
            for (int level = 0; level < all.length; level++) {
                all[level] += seen[kind][places.start(slot, context) + level];
            }
        }
        return all;
    }
}
