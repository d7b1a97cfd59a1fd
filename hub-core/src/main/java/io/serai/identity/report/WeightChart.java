package io.serai.identity.report;

import io.serai.identity.match.ModelView.FieldWeights;
import io.serai.identity.match.ModelView.LevelWeight;
import java.util.List;

/** Bars: what each level of each field says for or against one person. */
final class WeightChart {

    private static final int ROW = 22;
    private static final int LABELS = 330;
    private static final int WIDTH = 960;

    private final List<FieldWeights> fields;
    private final double least;
    private final double scale;

    WeightChart(List<FieldWeights> fields) {
        this.fields = fields;
        int low = 0;
        int high = 0;
        for (FieldWeights field : fields) {
            for (LevelWeight level : field.levels()) {
                low = Math.min(low, Math.min(level.person(), level.household().orElse(0)));
                high = Math.max(high, Math.max(level.person(), level.household().orElse(0)));
            }
        }
        least = low;
        scale = (WIDTH - LABELS - 110.0) / Math.max(1, high - low);
    }

    String svg() {
        int rows = fields.stream().mapToInt(field -> field.levels().size() + 1).sum();
        int height = rows * ROW + 10;
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + height
                + "\" role=\"img\" aria-label=\"Weights by field and level\">");
        svg.append("<line class=\"axis\" x1=\"")
                .append(Html.number(x(0)))
                .append("\" x2=\"")
                .append(Html.number(x(0)))
                .append("\" y1=\"0\" y2=\"")
                .append(height)
                .append("\"/>");
        int y = 0;
        for (FieldWeights field : fields) {
            svg.append("<text class=\"strong\" x=\"0\" y=\"")
                    .append(y + 17)
                    .append("\">")
                    .append(Html.escape(field.field(), 44))
                    .append("</text>");
            y += ROW;
            for (int level = field.levels().size() - 1; level >= 0; level--) {
                bar(svg, field.levels().get(level), y);
                y += ROW;
            }
        }
        return svg.append("</svg>").toString();
    }

    private void bar(StringBuilder svg, LevelWeight level, int y) {
        double from = Math.min(x(0), x(level.person()));
        double width = Math.abs(x(level.person()) - x(0));
        svg.append("<text class=\"soft end\" x=\"")
                .append(LABELS - 12)
                .append("\" y=\"")
                .append(y + 15)
                .append("\">")
                .append(Html.escape(level.level(), 42))
                .append("</text><rect class=\"")
                .append(level.person() < 0 ? "against" : "for")
                .append("\" x=\"")
                .append(Html.number(from))
                .append("\" y=\"")
                .append(y + 4)
                .append("\" width=\"")
                .append(Html.number(Math.max(1, width)))
                .append("\" height=\"14\" rx=\"2\"/>");
        level.household().ifPresent(household -> svg.append("<path class=\"house\" d=\"M")
                .append(Html.number(x(household)))
                .append(' ')
                .append(y + 2)
                .append("v18\"/>"));
        boolean left = level.person() < 0;
        svg.append("<text class=\"value")
                .append(left ? " end" : "")
                .append("\" x=\"")
                .append(Html.number(x(level.person()) + (left ? -5 : 5)))
                .append("\" y=\"")
                .append(y + 15)
                .append("\">")
                .append(Html.bits(level.person()))
                .append("</text>");
    }

    private double x(int hundredths) {
        return LABELS + 55 + (hundredths - least) * scale;
    }
}
