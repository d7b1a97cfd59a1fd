package io.serai.identity.report;

import io.serai.identity.match.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a pair's weight comes about: from what any two rows have, field by field, to the end. */
final class Waterfall {

    private static final int ROW = 24;
    private static final int LABELS = 330;
    private static final int WIDTH = 960;

    /** One bar. */
    private record Step(String label, int from, int to, String kind) {}

    private final List<Step> steps = new ArrayList<>();

    Waterfall(Score score) {
        steps.add(new Step("any two rows", 0, score.prior(), "neutral"));
        int at = score.prior();
        List<Score.Contribution> sorted = new ArrayList<>(score.contributions());
        sorted.sort(Comparator.comparingInt((Score.Contribution each) -> -Math.abs(each.weight()))
                .thenComparing(Score.Contribution::field));
        for (Score.Contribution each : sorted) {
            at = add(each.field() + ": " + each.level(), at, each.weight());
        }
        if (score.correction() != 0) {
            at = add("what one household explains", at, score.correction());
        }
        steps.add(new Step("together, " + Html.percent(score.probability()) + " likely one person", 0, at, "total"));
    }

    private int add(String label, int at, int weight) {
        steps.add(new Step(label, at, at + weight, weight < 0 ? "against" : "for"));
        return at + weight;
    }

    String svg() {
        int least = 0;
        int most = 0;
        for (Step step : steps) {
            least = Math.min(least, Math.min(step.from(), step.to()));
            most = Math.max(most, Math.max(step.from(), step.to()));
        }
        double scale = (WIDTH - LABELS - 110.0) / Math.max(1, most - least);
        double zero = LABELS + 50 - least * scale;
        int height = steps.size() * ROW + 6;
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + height
                + "\" role=\"img\" aria-label=\"How the weight comes about\"><line class=\"axis\" x1=\""
                + Html.number(zero)
                + "\" x2=\"" + Html.number(zero) + "\" y1=\"0\" y2=\"" + height + "\"/>");
        int y = 0;
        for (Step step : steps) {
            double from = zero + Math.min(step.from(), step.to()) * scale;
            double to = zero + Math.max(step.from(), step.to()) * scale;
            int change = step.to() - step.from();
            boolean left = change < 0;
            svg.append("<text class=\"")
                    .append(step.kind().equals("total") ? "strong" : "soft")
                    .append(" end\" x=\"")
                    .append(LABELS - 12)
                    .append("\" y=\"")
                    .append(y + 17)
                    .append("\">")
                    .append(Html.escape(step.label(), 44))
                    .append("</text><rect class=\"")
                    .append(step.kind())
                    .append("\" x=\"")
                    .append(Html.number(from))
                    .append("\" y=\"")
                    .append(y + 5)
                    .append("\" width=\"")
                    .append(Html.number(Math.max(1, to - from)))
                    .append("\" height=\"15\" rx=\"2\"/><text class=\"value")
                    .append(left ? " end" : "")
                    .append("\" x=\"")
                    .append(Html.number(left ? from - 5 : to + 5))
                    .append("\" y=\"")
                    .append(y + 17)
                    .append("\">")
                    .append(Html.bits(change))
                    .append("</text>");
            y += ROW;
        }
        return svg.append("</svg>").toString();
    }
}
