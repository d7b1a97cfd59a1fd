package io.serai.identity.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether 0.9 means nine in ten: what was predicted of candidate pairs, against what is true (a reliability table, Murphy and
 * Winkler 1977).
 *
 * @param bins by predicted probability; those without a pair are left out
 * @param pairs how many pairs were looked at
 * @param error the expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean distance of the two, by pairs; 0 of
 *     no pair
 */
public record Reliability(List<Bin> bins, long pairs, double error) {

    private static final double[] EDGES = {
        0, .01, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .99, .999, Math.nextUp(1.0)
    };

    /**
     * Pairs of about the same probability.
     *
     * @param from the least
     * @param to the most, which is the next bin's least
     * @param pairs how many
     * @param predicted the mean of what was predicted
     * @param actual the part that is one person
     */
    public record Bin(double from, double to, long pairs, double predicted, double actual) {}

    /** Of all pairs that were weighed and of which the truth is known. */
    public static Reliability of(Trial trial) {
        long[] pairs = new long[EDGES.length - 1];
        long[] same = new long[pairs.length];
        double[] predicted = new double[pairs.length];
        for (int i = 0; trial.found().model() != null && i < trial.found().weight().length; i++) {
            int left = trial.found().left()[i];
            int right = trial.found().right()[i];
            if (trial.isKnown(left, right)) {
                double probability =
                        trial.found().model().probability(trial.found().weight()[i]);
                int bin = bin(probability);
                pairs[bin]++;
                same[bin] += trial.isSame(left, right) ? 1 : 0;
                predicted[bin] += probability;
            }
        }
        return of(pairs, same, predicted);
    }

    private static Reliability of(long[] pairs, long[] same, double[] predicted) {
        List<Bin> bins = new ArrayList<>();
        long all = 0;
        double apart = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] > 0) {
                bins.add(new Bin(
                        EDGES[i],
                        Math.min(1, EDGES[i + 1]),
                        pairs[i],
                        predicted[i] / pairs[i],
                        (double) same[i] / pairs[i]));
                all += pairs[i];
                apart += Math.abs(predicted[i] - same[i]);
            }
        }
        return new Reliability(List.copyOf(bins), all, all == 0 ? 0 : apart / all);
    }

    private static int bin(double probability) {
        int bin = 0;
        while (bin + 2 < EDGES.length && probability >= EDGES[bin + 1]) {
            bin++;
        }
        return bin;
    }
}
