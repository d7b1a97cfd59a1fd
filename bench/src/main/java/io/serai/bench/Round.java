package io.serai.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What every contestant took in one round: one after the other, so that a slow moment of the machine befalls all of them. */
final class Round {

    private final Map<String, Measure> measures = new LinkedHashMap<>();

    void put(String name, Measure measure) {
        measures.put(name, measure);
    }

    Measure of(String name) {
        return measures.get(name);
    }

    boolean has(String name) {
        return measures.containsKey(name);
    }

    /** A quantity of some of the contestants, made of one figure of each. */
    interface Amount {

        double of(Round round, ToDoubleFunction<Measure> figure);

        boolean isKnown(Round round);

        static Amount of(String... names) {
            return new Sum(names, new String[0]);
        }

        /** Without what was taken by another contestant that does everything but the work in question. */
        static Amount without(String name, String start) {
            return new Sum(new String[] {name}, new String[] {start});
        }
    }

    /** The same in every round. */
    record Constant(double value) implements Amount {

        @Override
        public double of(Round round, ToDoubleFunction<Measure> figure) {
            return value;
        }

        @Override
        public boolean isKnown(Round round) {
            return true;
        }
    }

    private record Sum(String[] plus, String[] minus) implements Amount {

        @Override
        public double of(Round round, ToDoubleFunction<Measure> figure) {
            double sum = 0;
            for (String name : plus) {
                sum += figure.applyAsDouble(round.of(name));
            }
            for (String name : minus) {
                sum -= figure.applyAsDouble(round.of(name));
            }
            return Math.max(0, sum);
        }

        @Override
        public boolean isKnown(Round round) {
            for (String name : plus) {
                if (!round.has(name)) {
                    return false;
                }
            }
            return true;
        }
    }
}
