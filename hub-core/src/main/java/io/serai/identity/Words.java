package io.serai.identity;

import io.serai.identity.match.Score;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scores in words. */
final class Words {

    private Words() {}

    /** "same birth date (+13.2 bits), last name one letter apart (+9.1 bits)": the strongest first, for or against. */
    static String evidence(Score score) {
        return score.contributions().stream()
                .sorted(Comparator.comparingInt((Score.Contribution each) -> Math.abs(each.weight()))
                        .reversed())
                .map(Words::evidence)
                .collect(Collectors.joining(", "));
    }

    private static String evidence(Score.Contribution each) {
        String field = each.field().replace('_', ' ');
        String said = each.level().equals("same") || each.level().equals("different")
                ? each.level() + ' ' + field
                : field + ' ' + each.level();
        return said + " (" + bits(each.weight()) + ")";
    }

    /** "+19.9 bits". */
    static String bits(int weight) {
        return String.format(Locale.ROOT, "%+.1f bits", weight / 100.0);
    }

    /** "99.7 %"; never 100, and never 0, for what is not certain. */
    static String percent(double probability) {
        double percent = probability * 100;
        if (percent >= 99.995 && probability < 1) {
            return "more than 99.99 %";
        }
        if (percent < .05 && probability > 0) {
            return "less than 0.1 %";
        }
        String digits = String.format(Locale.ROOT, percent >= 99 ? "%.2f" : "%.1f", percent);
        return digits.replaceAll("\\.?0+$", "") + " %";
    }
}
