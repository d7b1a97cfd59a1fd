package io.serai.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How well clusters agree with the truth.
 *
 * @param rows how many rows were compared
 * @param clusters how many people were found
 * @param people how many there are
 * @param pairs over pairs of rows: found together, truly together
 * @param whole over clusters: found and true are the same set of rows
 * @param bCubed over rows: of those found with a row, how many truly are with it (Bagga and Baldwin 1998)
 */
public record Evaluation(int rows, int clusters, int people, Score pairs, Score whole, Score bCubed) {

    /**
     * Both halves of being right, from 0 to 1.
     *
     * @param precision of what was found, how much is true; 1 when nothing was found
     * @param recall of what is true, how much was found; 1 when there is nothing to find
     */
    public record Score(double precision, double recall) {

        /** The harmonic mean. */
        public double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        private static Score of(long right, long found, long there) {
            return new Score(found == 0 ? 1 : (double) right / found, there == 0 ? 1 : (double) right / there);
        }
    }

    /**
     * Compares.
     *
     * @param found each row's cluster, any numbers
     * @param truth each row's person, in the same order, any values; rows without (null or empty) are left out
     */
    public static Evaluation of(int[] found, Object[] truth) {
        if (found.length != truth.length) {
            throw new IllegalArgumentException(
                    found.length + " rows have a cluster and " + truth.length + " a truth; give both for every row");
        }
        Map<Object, Integer> people = new HashMap<>();
        Map<Integer, Integer> clusters = new HashMap<>();
        long[] cells = new long[found.length];
        int rows = 0;
        for (int row = 0; row < found.length; row++) {
            if (truth[row] != null && !truth[row].equals("")) {
                long cluster = clusters.computeIfAbsent(found[row], key -> clusters.size());
                cells[rows++] = cluster << 32 | people.computeIfAbsent(truth[row], key -> people.size());
            }
        }
        return compare(Arrays.copyOf(cells, rows), clusters.size(), people.size());
    }

    private static Evaluation compare(long[] cells, int clusters, int people) {
        int[] ofCluster = new int[clusters];
        int[] ofPerson = new int[people];
        for (long cell : cells) {
            ofCluster[(int) (cell >>> 32)]++;
            ofPerson[(int) cell]++;
        }
        Arrays.sort(cells);
        long together = 0;
        int same = 0;
        double precision = 0;
        double recall = 0;
        for (int from = 0, to; from < cells.length; from = to) {
            to = from + 1;
            while (to < cells.length && cells[to] == cells[from]) {
                to++;
            }
            int size = to - from;
            int cluster = ofCluster[(int) (cells[from] >>> 32)];
            int person = ofPerson[(int) cells[from]];
            together += pairs(size);
            same += size == cluster && size == person ? 1 : 0;
            precision += (double) size * size / cluster;
            recall += (double) size * size / person;
        }
        int rows = cells.length;
        return new Evaluation(
                rows,
                clusters,
                people,
                Score.of(together, pairs(ofCluster), pairs(ofPerson)),
                Score.of(same, clusters, people),
                rows == 0 ? new Score(1, 1) : new Score(precision / rows, recall / rows));
    }

    private static long pairs(int... sizes) {
        long pairs = 0;
        for (long size : sizes) {
            pairs += size * (size - 1) / 2;
        }
        return pairs;
    }
}
