package io.serai.identity.report;

/** Predicted against actual: what is calibrated lies on the diagonal. */
final class ReliabilityChart {

    private static final int SIZE = 340;
    private static final int LEFT = 44;
    private static final int BASE = 310;
    private static final int SPAN = 286;

    private ReliabilityChart() {}

    static String svg(Reliability reliability) {
        StringBuilder svg = new StringBuilder("<svg class=\"square\" viewBox=\"0 0 " + SIZE + " " + SIZE
                + "\" role=\"img\" aria-label=\"Calibration\">");
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            String label = Html.number(tenth / 10.0);
            svg.append("<line class=\"grid\" x1=\"" + LEFT + "\" x2=\"" + (LEFT + SPAN) + "\" y1=\"")
                    .append(y(tenth / 10.0))
                    .append("\" y2=\"")
                    .append(y(tenth / 10.0))
                    .append("\"/><text class=\"soft end\" x=\"")
                    .append(LEFT - 6)
                    .append("\" y=\"")
                    .append(Html.number(BASE - tenth / 10.0 * SPAN + 4))
                    .append("\">")
                    .append(label)
                    .append("</text><text class=\"soft mid\" x=\"")
                    .append(x(tenth / 10.0))
                    .append("\" y=\"")
                    .append(BASE + 16)
                    .append("\">")
                    .append(label)
                    .append("</text>");
        }
        svg.append("<line class=\"threshold\" x1=\"")
                .append(x(0))
                .append("\" y1=\"")
                .append(y(0))
                .append("\" x2=\"")
                .append(x(1))
                .append("\" y2=\"")
                .append(y(1))
                .append("\"/>");
        for (Reliability.Bin bin : reliability.bins()) {
            double radius = 2.5 + 2.2 * Math.log10(bin.pairs());
            svg.append("<circle class=\"dot\" cx=\"")
                    .append(x(bin.predicted()))
                    .append("\" cy=\"")
                    .append(y(bin.actual()))
                    .append("\" r=\"")
                    .append(Html.number(radius))
                    .append("\"><title>")
                    .append(Html.count(bin.pairs()))
                    .append(" pairs: predicted ")
                    .append(Html.four(bin.predicted()))
                    .append(", actual ")
                    .append(Html.four(bin.actual()))
                    .append("</title></circle>");
        }
        return svg.append("<text class=\"soft mid\" x=\"" + (LEFT + SPAN / 2) + "\" y=\"" + (SIZE - 1)
                        + "\">predicted; upwards: actual</text></svg>")
                .toString();
    }

    private static String x(double part) {
        return Html.number(LEFT + part * SPAN);
    }

    private static String y(double part) {
        return Html.number(BASE - part * SPAN);
    }
}
