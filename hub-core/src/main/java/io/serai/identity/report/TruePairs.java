package io.serai.identity.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs of rows that truly are one person, and which passes find them. */
final class TruePairs {

    /** Of a person with more rows than this, only so many are looked at: the pairs grow by the square. */
    private static final int ROWS_OF_ONE = 60;

    private static final int SEVERAL = -2;
    private static final int NONE = -1;

    private final int[] lefts;
    private final int[] rights;
    /** Of each pair, the only pass that finds it, so far. */
    private final int[] finder;

    private TruePairs(int[] lefts, int[] rights) {
        this.lefts = lefts;
        this.rights = rights;
        finder = new int[lefts.length];
        Arrays.fill(finder, NONE);
    }

    static TruePairs of(Trial trial) {
        Map<Integer, List<Integer>> people = new HashMap<>();
        for (int row = 0; row < trial.truth().length; row++) {
            if (trial.truth()[row] >= 0) {
                people.computeIfAbsent(trial.truth()[row], key -> new ArrayList<>(2))
                        .add(row);
            }
        }
        int size = 0;
        for (List<Integer> rows : people.values()) {
            int some = Math.min(ROWS_OF_ONE, rows.size());
            size += some * (some - 1) / 2;
        }
        int[] lefts = new int[size];
        int[] rights = new int[size];
        int next = 0;
        for (List<Integer> rows : people.values()) {
            int some = Math.min(ROWS_OF_ONE, rows.size());
            for (int i = 0; i < some; i++) {
                for (int j = i + 1; j < some; j++) {
                    lefts[next] = rows.get(i);
                    rights[next++] = rows.get(j);
                }
            }
        }
        return new TruePairs(lefts, rights);
    }

    int size() {
        return lefts.length;
    }

    /**
     * How many pairs a pass finds.
     *
     * @param keys of each row, of some passes
     * @param at which of them
     * @param pass its number among all
     */
    long find(long[][][] keys, int at, int pass) {
        long found = 0;
        for (int pair = 0; pair < lefts.length; pair++) {
            if (share(keys[lefts[pair]][at], keys[rights[pair]][at])) {
                found++;
                finder[pair] = finder[pair] == NONE ? pass : SEVERAL;
            }
        }
        return found;
    }

    private static boolean share(long[] left, long... right) {
        for (long one : left) {
            for (long other : right) {
                if (one == other) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many pairs any pass found. */
    long found() {
        return Arrays.stream(finder).filter(pass -> pass != NONE).count();
    }

    /** How many pairs no pass found but this. */
    long only(int pass) {
        return Arrays.stream(finder).filter(each -> each == pass).count();
    }
}
