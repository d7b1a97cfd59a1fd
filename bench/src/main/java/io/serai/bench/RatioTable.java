package io.serai.bench;

import io.serai.bench.Comparison.Outcome;
import io.serai.bench.Ratio.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What a person reads of a comparison: what each took, then how many times of its limit that is. */
final class RatioTable {

    private final Outcome outcome;

    RatioTable(Outcome outcome) {
        this.outcome = outcome;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%-44s %9s %9s %7s".formatted("MEASURED (medians)", "CPU s", "WALL s", "MB"));
        outcome.measures()
                .forEach((name, measure) -> lines.add("%-44s %9s %9s %7s"
                        .formatted(name, seconds(measure.cpu()), seconds(measure.wall()), megabytes(measure))));
        lines.add("");
        lines.add("%-44s %9s %9s %7s".formatted("RATIO", "CPU", "WALL", "GOAL"));
        for (Ratio ratio : outcome.comparison().ratios()) {
            lines.add("%-44s %9s %9s %7s %s"
                    .formatted(
                            ratio.name(),
                            times(in(ratio, ratio.figure() == Figure.MEMORY ? Figure.MEMORY : Figure.CPU)),
                            ratio.figure() == Figure.MEMORY ? "memory" : times(in(ratio, Figure.WALL)),
                            number(ratio.goal()),
                            verdict(ratio)));
        }
        return lines;
    }

    /** The same as tables in Markdown. */
    List<String> markdown() {
        List<String> lines = new ArrayList<>(List.of("| measured | CPU s | wall s | MB |", "|---|---|---|---|"));
        outcome.measures()
                .forEach((name, measure) -> lines.add("| %s | %s | %s | %s |"
                        .formatted(name, seconds(measure.cpu()), seconds(measure.wall()), megabytes(measure))));
        lines.addAll(List.of("", "| ratio | CPU | wall | goal | |", "|---|---|---|---|---|"));
        for (Ratio ratio : outcome.comparison().ratios()) {
            boolean memory = ratio.figure() == Figure.MEMORY;
            lines.add("| %s | %s | %s | %s | %s |"
                    .formatted(
                            ratio.name(),
                            times(in(ratio, memory ? Figure.MEMORY : Figure.CPU)),
                            memory ? "memory" : times(in(ratio, Figure.WALL)),
                            number(ratio.goal()),
                            verdict(ratio)));
        }
        return lines;
    }

    Map<String, Object> json() {
        Map<String, Object> measured = new LinkedHashMap<>();
        outcome.measures().forEach((name, measure) -> measured.put(name, measure.json()));
        List<Map<String, Object>> ratios = new ArrayList<>();
        for (Ratio ratio : outcome.comparison().ratios()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("ratio", ratio.name());
            for (Figure figure : Figure.values()) {
                OptionalDouble value = in(ratio, figure);
                json.put(figure.name().toLowerCase(Locale.ROOT), value.isPresent() ? value.getAsDouble() : null);
            }
            json.put("goal", ratio.goal());
            json.put("judged_by", ratio.figure().name().toLowerCase(Locale.ROOT));
            json.put("met", ratio.met(outcome.rounds()));
            ratios.add(json);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("measured", measured);
        json.put("ratios", ratios);
        return json;
    }

    private OptionalDouble in(Ratio ratio, Figure figure) {
        return ratio.in(outcome.rounds(), figure);
    }

    private String verdict(Ratio ratio) {
        if (in(ratio, ratio.figure()).isEmpty()) {
            return "not measured";
        }
        return ratio.met(outcome.rounds()) ? "met" : "missed";
    }

    private static String times(OptionalDouble ratio) {
        return ratio.isPresent() ? number(ratio.getAsDouble()) : "-";
    }

    private static String number(double ratio) {
        return String.format(Locale.ROOT, ratio < 0.1 ? "%.3f" : "%.2f", ratio);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 1 ? "%.3f" : "%.2f", seconds);
    }

    private static String megabytes(Measure measure) {
        return measure.megabytes() == 0 ? "-" : String.valueOf(measure.megabytes());
    }
}
