package io.serai.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle one of several figures; of an even number, the mean of the two in the middle. */
final class Medians {

    private Medians() {}

    static double of(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Each figure's own median. */
    static Measure of(List<Measure> measures) {
        return new Measure(
                of(measures, Measure::wall),
                of(measures, Measure::cpu),
                Math.round(of(measures, Measure::megabytes)),
                measures.get(measures.size() - 1).answer());
    }

    private static double of(List<Measure> measures, ToDoubleFunction<Measure> figure) {
        return of(measures.stream().mapToDouble(figure).toArray());
    }
}
