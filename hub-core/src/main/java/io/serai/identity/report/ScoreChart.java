package io.serai.identity.report;

import java.util.List;

/** A histogram of weights; heights are logarithms, so that a few pairs show beside many. */
final class ScoreChart {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 280;
    private static final int BASE = 240;
    private static final int LEFT = 56;

    private final List<Scores.Bin> bins;
    private final int mergeAt;
    private final double tallest;
    private final double step;

    ScoreChart(Scores scores, int mergeAt) {
        bins = scores.bins();
        this.mergeAt = mergeAt;
        long most = 1;
        for (Scores.Bin bin : bins) {
            most = Math.max(most, Math.max(bin.same(), Math.max(bin.different(), bin.unknown())));
        }
        tallest = Math.max(1, Math.ceil(Math.log10(most + 1.0)));
        step = (WIDTH - LEFT - 10.0) / Math.max(1, bins.size());
    }

    String svg() {
        StringBuilder svg = new StringBuilder(
                "<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"Histogram of scores\">");
        for (int power = 0; power <= tallest; power++) {
            double y = y(Math.pow(10, power) - 1);
            svg.append("<line class=\"grid\" x1=\"" + LEFT + "\" x2=\"" + WIDTH + "\" y1=\"")
                    .append(Html.number(y))
                    .append("\" y2=\"")
                    .append(Html.number(y))
                    .append("\"/><text class=\"soft end\" x=\"")
                    .append(LEFT - 8)
                    .append("\" y=\"")
                    .append(Html.number(y + 4))
                    .append("\">")
                    .append(Html.count(power == 0 ? 0 : (long) Math.pow(10, power)))
                    .append("</text>");
        }
        for (int i = 0; i < bins.size(); i++) {
            Scores.Bin bin = bins.get(i);
            double x = LEFT + i * step;
            int kinds = (bin.same() > 0 ? 1 : 0) + (bin.different() > 0 ? 1 : 0) + (bin.unknown() > 0 ? 1 : 0);
            double width = (step - Math.min(3, step / 4)) / Math.max(1, kinds);
            x = bar(svg, "for", x, width, bin.same(), bin.bits() + " bits: " + bin.same() + " pairs of one person");
            x = bar(
                    svg,
                    "against",
                    x,
                    width,
                    bin.different(),
                    bin.bits() + " bits: " + bin.different() + " pairs of different people");
            bar(svg, "neutral", x, width, bin.unknown(), bin.bits() + " bits: " + bin.unknown() + " pairs");
            if (bin.bits() % every() == 0) {
                svg.append("<text class=\"soft mid\" x=\"")
                        .append(Html.number(LEFT + i * step))
                        .append("\" y=\"")
                        .append(BASE + 18)
                        .append("\">")
                        .append(bin.bits())
                        .append("</text>");
            }
        }
        return svg.append(threshold())
                .append("<text class=\"soft end\" x=\"" + WIDTH + "\" y=\"")
                .append(HEIGHT - 4)
                .append("\">bits</text></svg>")
                .toString();
    }

    private int every() {
        return bins.size() > 60 ? 10 : bins.size() > 24 ? 5 : 2;
    }

    private double bar(StringBuilder svg, String kind, double x, double width, long count, String title) {
        if (count == 0) {
            return x;
        }
        double top = y(count);
        svg.append("<rect class=\"")
                .append(kind)
                .append("\" x=\"")
                .append(Html.number(x))
                .append("\" y=\"")
                .append(Html.number(top))
                .append("\" width=\"")
                .append(Html.number(Math.max(0.5, width)))
                .append("\" height=\"")
                .append(Html.number(BASE - top))
                .append("\"><title>")
                .append(title)
                .append("</title></rect>");
        return x + width;
    }

    private String threshold() {
        if (bins.isEmpty()) {
            return "";
        }
        double x = LEFT + (mergeAt / 100.0 - bins.get(0).bits()) * step;
        boolean right = x < WIDTH * 0.75;
        return "<path class=\"threshold\" d=\"M" + Html.number(x) + " 0V" + BASE + "\"/><text class=\"value"
                + (right ? "" : " end") + "\" x=\"" + Html.number(x + (right ? 6 : -6))
                + "\" y=\"12\">one person is likelier than not from here: " + Html.bits(mergeAt) + "</text>";
    }

    private double y(double count) {
        return BASE - Math.log10(count + 1) / tallest * (BASE - 24);
    }
}
