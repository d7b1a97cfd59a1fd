package io.serai.bench;

import io.serai.bench.Round.Amount;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How many times of a limit something of ours takes.
 *
 * @param name what is compared
 * @param goal the most that it should be
 * @param figure by which the goal is judged
 */
record Ratio(String name, double goal, Amount ours, Amount limit, Figure figure) {

    /** One figure of a measure. */
    enum Figure {
        CPU(Measure::cpu),
        WALL(Measure::wall),
        MEMORY(Measure::megabytes);

        private final ToDoubleFunction<Measure> of;

        Figure(ToDoubleFunction<Measure> of) {
            this.of = of;
        }
    }

    static Ratio ofCpu(String name, double goal, Amount ours, Amount limit) {
        return new Ratio(name, goal, ours, limit, Figure.CPU);
    }

    /** The median of what the rounds say; empty when the limit could not be measured here. */
    OptionalDouble in(List<Round> rounds, Figure by) {
        double[] each = rounds.stream()
                .filter(round -> ours.isKnown(round) && limit.isKnown(round) && limit.of(round, by.of) > 0)
                .mapToDouble(round -> ours.of(round, by.of) / limit.of(round, by.of))
                .toArray();
        return each.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Medians.of(each));
    }

    /** Whether the goal is met, by its own figure; met is nothing that was not measured. */
    boolean met(List<Round> rounds) {
        OptionalDouble ratio = in(rounds, figure);
        return ratio.isPresent() && ratio.getAsDouble() <= goal;
    }
}
