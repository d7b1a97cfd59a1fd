package io.serai.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one benchmark measures and compares.
 *
 * @param contestants in the order in which each round measures them: some work on what an earlier one left
 */
record Comparison(List<Contestant> contestants, List<Ratio> ratios) {

    /** Both in one, each contestant once. */
    Comparison and(Comparison other) {
        Map<String, Contestant> all = new LinkedHashMap<>();
        contestants.forEach(each -> all.put(each.name(), each));
        other.contestants().forEach(each -> all.putIfAbsent(each.name(), each));
        List<Ratio> both = new ArrayList<>(ratios);
        both.addAll(other.ratios());
        return new Comparison(List.copyOf(all.values()), List.copyOf(both));
    }

    /** Measures everything in turn, several times over. What fails is said, and not measured in that round. */
    Outcome run(int rounds) throws InterruptedException {
        List<Round> measured = new ArrayList<>();
        for (int number = 1; number <= rounds; number++) {
            Round round = new Round();
            for (Contestant contestant : contestants) {
                System.err.println("Round " + number + " of " + rounds + ": " + contestant.name());
                try {
                    round.put(contestant.name(), contestant.work().once());
                } catch (IOException failed) {
                    System.err.println("Not measured: " + contestant.name() + ". " + failed.getMessage());
                }
            }
            measured.add(round);
        }
        return new Outcome(this, measured);
    }

    /** What came of it. */
    record Outcome(Comparison comparison, List<Round> rounds) {

        /** The medians of every contestant. */
        Map<String, Measure> measures() {
            Map<String, Measure> medians = new LinkedHashMap<>();
            for (Contestant contestant : comparison.contestants()) {
                List<Measure> each = rounds.stream()
                        .map(round -> round.of(contestant.name()))
                        .filter(Objects::nonNull)
                        .toList();
                if (!each.isEmpty()) {
                    medians.put(contestant.name(), Medians.of(each));
                }
            }
            return medians;
        }
    }
}
