package io.serai.identity.report;

import io.serai.identity.match.Model;
import io.serai.identity.match.ModelView;
import io.serai.identity.match.Portrait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many of the pairs that truly are one person were compared at all: nothing later can make up for one that was not.
 *
 * @param recall of all true pairs, how many were candidates; 1 when there is none
 * @param truePairs how many true pairs were looked at
 * @param compared how many pairs were compared
 * @param passes each way of finding candidates, in the model's order
 */
public record Blocking(double recall, long truePairs, long compared, List<PassFigures> passes) {

    /** Of many rows, the keys of some passes at a time: all of them would take more memory than finding everybody did. */
    private static final int KEYS = 8_000_000;

    private static final long[] NO_KEYS = {};

    /**
     * One way of finding candidates.
     *
     * @param name for people: "last_name sound + postcode whole"
     * @param recall of all true pairs, how many it finds
     * @param only true pairs that no other way finds
     * @param pairs how many pairs share a key of it that is not too crowded, found by other ways or not
     * @param crowded how many keys were too crowded to be used
     */
    public record PassFigures(String name, double recall, long only, long pairs, long crowded) {}

    /** Where nothing was compared. */
    static final Blocking NONE = new Blocking(1, 0, 0, List.of());

    /** Looks at all true pairs. */
    public static Blocking of(Trial trial) {
        Model model = trial.found().model();
        if (model == null) {
            return NONE;
        }
        ModelView view = new ModelView(model);
        TruePairs pairs = TruePairs.of(trial);
        int passes = view.passes();
        long[] found = new long[passes];
        long[][] counts = new long[passes][];
        int some = Math.max(1, KEYS / Math.max(1, trial.rows().size()));
        for (int from = 0; from < passes; from += some) {
            int to = Math.min(passes, from + some);
            long[][][] keys = keys(trial, view, from, to);
            for (int pass = from; pass < to; pass++) {
                counts[pass] = count(keys, pass - from, model.blockLimit());
                found[pass] = pairs.find(keys, pass - from, pass);
            }
        }
        List<PassFigures> figures = new ArrayList<>();
        for (int pass = 0; pass < passes; pass++) {
            figures.add(new PassFigures(
                    model.passes().get(pass),
                    part(found[pass], pairs.size()),
                    pairs.only(pass),
                    counts[pass][0],
                    counts[pass][1]));
        }
        return new Blocking(
                part(pairs.found(), pairs.size()), pairs.size(), trial.found().pairs(), figures);
    }

    private static double part(long some, long all) {
        return all == 0 ? 1 : (double) some / all;
    }

    private static long[][][] keys(Trial trial, ModelView view, int from, int to) {
        long[][][] keys = new long[trial.rows().size()][][];
        IntStream.range(0, keys.length).parallel().forEach(row -> {
            Portrait portrait = trial.found().model().portrait(trial.values(row));
            keys[row] = new long[to - from][];
            for (int pass = from; pass < to; pass++) {
                long[] found = view.keys(portrait, pass);
                keys[row][pass - from] = found.length == 0 ? NO_KEYS : found;
            }
        });
        return keys;
    }

    /** Takes crowded keys away, and counts the pairs of the others and how many were taken. */
    private static long[] count(long[][][] keys, int pass, int limit) {
        long[] all = Arrays.stream(keys)
                .flatMapToLong(row -> Arrays.stream(row[pass]))
                .toArray();
        Arrays.sort(all);
        long pairs = 0;
        int crowds = 0;
        long[] crowded = new long[all.length / (limit + 1) + 1];
        for (int from = 0, to; from < all.length; from = to) {
            to = from + 1;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            long size = to - from;
            if (size > limit) {
                crowded[crowds++] = all[from];
            } else {
                pairs += size * (size - 1) / 2;
            }
        }
        long[] without = Arrays.copyOf(crowded, crowds);
        if (crowds > 0) {
            for (long[][] row : keys) {
                row[pass] = Arrays.stream(row[pass])
                        .filter(key -> Arrays.binarySearch(without, key) < 0)
                        .toArray();
            }
        }
        return new long[] {pairs, crowds};
    }
}
