package io.serai.identity.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A few pairs that are worth a look.
 *
 * @param near pairs around the threshold
 * @param lost pairs that are one person and were not found to be, the likeliest first; then those never compared
 * @param wrong pairs that were found to be one person and are not, the likeliest first
 * @param sure a pair that leaves no doubt, to begin with
 */
public record Examples(List<PairStory> near, List<PairStory> lost, List<PairStory> wrong, List<PairStory> sure) {

    private static final int MOST = 12;
    private static final int ROWS_OF_ONE = 30;

    static final Examples NONE = new Examples(List.of(), List.of(), List.of(), List.of());

    /** @param threshold hundredths of a bit */
    static Examples of(Trial trial, int threshold) {
        if (trial.found().model() == null) {
            return NONE;
        }
        int[] weight = trial.found().weight();
        Comparator<Integer> byWeight = Comparator.<Integer>comparingInt(i -> -weight[i])
                .thenComparingInt(i -> trial.found().left()[i])
                .thenComparingInt(i -> trial.found().right()[i]);
        List<PairStory> lost = new ArrayList<>(some(
                trial,
                weighed(trial)
                        .filter(i -> isTrue(trial, i) && !isFound(trial, i))
                        .sorted(byWeight)));
        if (lost.size() < MOST) {
            lost.addAll(neverWeighed(trial, MOST - lost.size()));
        }
        return new Examples(
                some(
                        trial,
                        weighed(trial)
                                .sorted(Comparator.<Integer>comparingInt(i -> Math.abs(weight[i] - threshold))
                                        .thenComparing(byWeight))),
                lost,
                some(
                        trial,
                        weighed(trial)
                                .filter(i -> isKnown(trial, i) && !isTrue(trial, i) && isFound(trial, i))
                                .sorted(byWeight)),
                some(
                        trial,
                        weighed(trial)
                                .filter(i -> isFound(trial, i))
                                .sorted(byWeight)
                                .limit(1)));
    }

    private static Stream<Integer> weighed(Trial trial) {
        return IntStream.range(0, trial.found().weight().length).boxed();
    }

    private static List<PairStory> some(Trial trial, Stream<Integer> pairs) {
        return pairs.limit(MOST)
                .map(i -> PairStory.of(
                        trial, trial.found().left()[i], trial.found().right()[i]))
                .toList();
    }

    private static boolean isKnown(Trial trial, int i) {
        return trial.isKnown(trial.found().left()[i], trial.found().right()[i]);
    }

    private static boolean isTrue(Trial trial, int i) {
        return isKnown(trial, i)
                && trial.isSame(trial.found().left()[i], trial.found().right()[i]);
    }

    private static boolean isFound(Trial trial, int i) {
        return trial.found().people()[trial.found().left()[i]]
                == trial.found().people()[trial.found().right()[i]];
    }

    /** True pairs far below every threshold, or never compared. */
    private static List<PairStory> neverWeighed(Trial trial, int most) {
        Map<Long, Boolean> seen = new HashMap<>();
        weighed(trial)
                .filter(i -> isTrue(trial, i))
                .forEach(i ->
                        seen.put(pair(trial.found().left()[i], trial.found().right()[i]), true));
        Map<Integer, List<Integer>> people = new HashMap<>();
        List<PairStory> found = new ArrayList<>();
        for (int row = 0; row < trial.truth().length && found.size() < most; row++) {
            if (trial.truth()[row] >= 0) {
                List<Integer> others = people.computeIfAbsent(trial.truth()[row], key -> new ArrayList<>());
                for (int other : others.subList(0, Math.min(others.size(), ROWS_OF_ONE))) {
                    boolean apart = trial.found().people()[row] != trial.found().people()[other];
                    if (apart && found.size() < most && !seen.containsKey(pair(row, other))) {
                        found.add(PairStory.of(trial, other, row));
                    }
                }
                others.add(row);
            }
        }
        return found;
    }

    private static long pair(int left, int right) {
        return (long) Math.min(left, right) << 32 | Math.max(left, right);
    }
}
