package io.serai.identity.report;

import io.serai.identity.match.Model;
import io.serai.identity.match.ModelView;
import io.serai.identity.match.Portrait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Of a person with more rows than this, only so many are looked at: the pairs grow by the square. */
    private static final int ROWS_OF_ONE = 60;

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
        long[][][] keys = keys(trial, new ModelView(model));
        List<int[]> people = people(trial);
        int passes = model.passes().size();
        long[] found = new long[passes];
        long[] only = new long[passes];
        long[][] counts = new long[passes][];
        for (int pass = 0; pass < passes; pass++) {
            counts[pass] = count(keys, pass, model.blockLimit());
        }
        long pairs = 0;
        long any = 0;
        for (int[] rows : people) {
            for (int i = 0; i < rows.length; i++) {
                for (int j = i + 1; j < rows.length; j++) {
                    pairs++;
                    int finders = 0;
                    int last = 0;
                    for (int pass = 0; pass < passes; pass++) {
                        if (share(keys[rows[i]][pass], keys[rows[j]][pass])) {
                            found[pass]++;
                            finders++;
                            last = pass;
                        }
                    }
                    any += finders > 0 ? 1 : 0;
                    if (finders == 1) {
                        only[last]++;
                    }
                }
            }
        }
        List<PassFigures> figures = new ArrayList<>();
        for (int pass = 0; pass < passes; pass++) {
            figures.add(new PassFigures(
                    model.passes().get(pass), part(found[pass], pairs), only[pass], counts[pass][0], counts[pass][1]));
        }
        return new Blocking(part(any, pairs), pairs, trial.found().pairs(), figures);
    }

    private static double part(long some, long all) {
        return all == 0 ? 1 : (double) some / all;
    }

    private static long[][][] keys(Trial trial, ModelView view) {
        long[][][] keys = new long[trial.rows().size()][][];
        IntStream.range(0, keys.length).parallel().forEach(row -> {
            Portrait portrait = trial.found().model().portrait(trial.values(row));
            keys[row] = new long[view.passes()][];
            for (int pass = 0; pass < keys[row].length; pass++) {
                keys[row][pass] = view.keys(portrait, pass);
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

    private static boolean share(long[] left, long[] right) {
        for (long one : left) {
            for (long other : right) {
                if (one == other) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The rows of each person that has several. */
    private static List<int[]> people(Trial trial) {
        Map<Integer, List<Integer>> rows = new HashMap<>();
        for (int row = 0; row < trial.truth().length; row++) {
            if (trial.truth()[row] >= 0) {
                rows.computeIfAbsent(trial.truth()[row], key -> new ArrayList<>())
                        .add(row);
            }
        }
        return rows.values().stream()
                .filter(some -> some.size() > 1)
                .map(some -> some.stream()
                        .mapToInt(Integer::intValue)
                        .limit(ROWS_OF_ONE)
                        .toArray())
                .toList();
    }
}
