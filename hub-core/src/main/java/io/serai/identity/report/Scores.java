package io.serai.identity.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How many pairs have which weight.
 *
 * @param bins one a bit, from the least to the most
 */
public record Scores(List<Bin> bins) {

    /**
     * Pairs between a weight and the next.
     *
     * @param bits the least weight, in bits
     * @param same pairs that truly are one person
     * @param different pairs that are not
     * @param unknown pairs of which nobody knows
     */
    public record Bin(int bits, long same, long different, long unknown) {}

    static Scores of(Trial trial) {
        int[] weight = trial.found().weight();
        if (weight.length == 0) {
            return new Scores(List.of());
        }
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int each : weight) {
            least = Math.min(least, Math.floorDiv(each, 100));
            most = Math.max(most, Math.floorDiv(each, 100));
        }
        long[][] counts = new long[most - least + 1][3];
        for (int i = 0; i < weight.length; i++) {
            int left = trial.found().left()[i];
            int right = trial.found().right()[i];
            int which = !trial.isKnown(left, right) ? 2 : trial.isSame(left, right) ? 0 : 1;
            counts[Math.floorDiv(weight[i], 100) - least][which]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bins.add(new Bin(least + i, counts[i][0], counts[i][1], counts[i][2]));
        }
        return new Scores(List.copyOf(bins));
    }
}
