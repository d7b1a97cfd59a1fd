package io.serai.identity.report;

import io.serai.identity.Evaluation;
import java.util.List;
import java.util.Locale;

/** A match report as one page of HTML that needs nothing else: no script, no file, no network. */
public final class MatchPage {

    private final MatchReport report;
    private final Examples examples;
    private final StringBuilder html = new StringBuilder(1 << 16);

    private MatchPage(MatchReport report, Examples examples) {
        this.report = report;
        this.examples = examples;
    }

    /**
     * The page. It shows values of the table: some pairs that are worth a look.
     *
     * @param trial what the report was made of
     */
    public static String of(MatchReport report, Trial trial) {
        MatchPage page = new MatchPage(report, Examples.of(trial, report.mergeAt()));
        page.write();
        return page.html.toString();
    }

    private void write() {
        html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Match report: ")
                .append(Html.escape(report.title()))
                .append("</title><style>")
                .append(PageStyle.CSS)
                .append("</style></head><body><main>");
        head();
        if (report.model().isPresent()) {
            weights();
            scores();
            calibration();
            blocking();
        }
        pairs(
                "sure",
                "A pair, step by step",
                "The strongest pair of all. Every weight is built so: any two rows start far below"
                        + " zero, and each field moves them.",
                examples.sure());
        pairs(
                "near",
                "Near the threshold",
                "Pairs whose evidence is closest to even: a look at them tells whether the threshold"
                        + " is right for you.",
                examples.near());
        pairs("lost", "Lost pairs", "Truly one person, and left apart.", examples.lost());
        pairs("wrong", "Wrong pairs", "Truly different people, and taken for one.", examples.wrong());
        columns();
        phases();
        html.append("</main></body></html>\n");
    }

    private void head() {
        Evaluation evaluation = report.evaluation();
        html.append("<h1>Match report: ")
                .append(Html.escape(report.title()))
                .append("</h1><p class=\"soft\">")
                .append(Html.count(evaluation.rows()))
                .append(" rows of ")
                .append(Html.count(evaluation.people()))
                .append(" people; ")
                .append(Html.count(evaluation.clusters()))
                .append(" found in ")
                .append(String.format(Locale.ROOT, "%.2f", report.wallSeconds()))
                .append(" s.</p>")
                .append(
                        "<p class=\"note\">This page shows values of your own labelled file, so keep it as you keep that file."
                                + " It loads nothing from anywhere.</p><div class=\"tiles\">");
        tile(Html.four(evaluation.pairs().f1()), "F1 of pairs");
        tile(Html.four(evaluation.pairs().precision()), "precision of pairs");
        tile(Html.four(evaluation.pairs().recall()), "recall of pairs");
        if (report.model().isPresent()) {
            tile(Html.four(report.blocking().recall()), "blocking recall");
            tile(Html.four(report.reliability().error()), "calibration error");
        }
        html.append("</div><section><h2>How well</h2><table><thead><tr><th>measure</th><th class=\"n\">precision</th>"
                + "<th class=\"n\">recall</th><th class=\"n\">F1</th></tr></thead><tbody>");
        measure("pairs of rows", evaluation.pairs());
        measure("whole people, no row more or less", evaluation.whole());
        measure("rows (B-cubed)", evaluation.bCubed());
        html.append("</tbody></table></section>");
    }

    private void tile(String figure, String what) {
        html.append("<div class=\"tile\"><b>")
                .append(figure)
                .append("</b><span>")
                .append(what)
                .append("</span></div>");
    }

    private void measure(String name, Evaluation.Score score) {
        html.append("<tr><th>").append(name).append("</th>");
        for (double figure : new double[] {score.precision(), score.recall(), score.f1()}) {
            html.append("<td class=\"n\">").append(Html.four(figure)).append("</td>");
        }
        html.append("</tr>");
    }

    private void weights() {
        boolean households = report.model().orElseThrow().knowsHouseholds();
        html.append(
                "<section id=\"weights\"><h2>What each field says</h2><p>In bits: one more doubles the odds that two rows are"
                        + " one person. Learned from the rows themselves, without the truth. The same rare value says"
                        + " more than the same frequent one.</p><p class=\"soft\"><span class=\"key for\"></span>speaks for"
                        + " one person<span class=\"key against\"></span>speaks against");
        html.append(households ? "<span class=\"key house\"></span>what it says for two people of one household" : "")
                .append("</p>")
                .append(new WeightChart(report.weights()).svg())
                .append("</section>");
    }

    private void scores() {
        html.append(
                        "<section id=\"scores\"><h2>Scores of the pairs</h2><p>How many pairs reached which weight; heights grow by"
                                + " powers of ten. Pairs far below are not shown: they are never more than compared.</p><p class=\"soft\"><span"
                                + " class=\"key for\"></span>truly one person<span class=\"key against\"></span>truly different people</p>")
                .append(new ScoreChart(report.scores(), report.mergeAt()).svg())
                .append("</section>");
    }

    private void calibration() {
        html.append(
                        "<section id=\"calibration\"><h2>Is 0.9 nine in ten?</h2><p>Predicted probability against what is true. On the"
                                + " line is right; below it the model is too sure. The mean distance over ")
                .append(Html.count(report.reliability().pairs()))
                .append(" pairs is <b>")
                .append(Html.four(report.reliability().error()))
                .append("</b>.</p><div class=\"beside\">")
                .append(ReliabilityChart.svg(report.reliability()))
                .append("<table><thead><tr><th>predicted</th><th class=\"n\">pairs</th><th class=\"n\">mean</th>"
                        + "<th class=\"n\">actual</th></tr></thead><tbody>");
        for (Reliability.Bin bin : report.reliability().bins()) {
            html.append("<tr><td>")
                    .append(edge(bin.from()))
                    .append(" – ")
                    .append(edge(bin.to()))
                    .append("</td><td class=\"n\">")
                    .append(Html.count(bin.pairs()))
                    .append("</td><td class=\"n\">")
                    .append(Html.four(bin.predicted()))
                    .append("</td><td class=\"n\">")
                    .append(Html.four(bin.actual()))
                    .append("</td></tr>");
        }
        html.append("</tbody></table></div></section>");
    }

    private static String edge(double edge) {
        String text = String.format(Locale.ROOT, "%.3f", edge);
        return text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }

    private void blocking() {
        Blocking blocking = report.blocking();
        html.append(
                        "<section id=\"blocking\"><h2>Which pairs were compared</h2><p>Nobody wrote these rules: they were chosen from the"
                                + " rows. Together they reach ")
                .append(Html.percent(blocking.recall()))
                .append(" of ")
                .append(Html.count(blocking.truePairs()))
                .append(" true pairs with ")
                .append(Html.count(blocking.compared()))
                .append(" comparisons.</p><table><thead><tr><th>rows share</th><th class=\"n\">of true pairs</th>"
                        + "<th class=\"n\">only so</th><th class=\"n\">pairs</th><th class=\"n\">too crowded keys</th></tr></thead>"
                        + "<tbody>");
        for (Blocking.PassFigures pass : blocking.passes()) {
            html.append("<tr><th>")
                    .append(Html.escape(pass.name()))
                    .append("</th><td class=\"n\">")
                    .append(Html.percent(pass.recall()))
                    .append("</td><td class=\"n\">")
                    .append(Html.count(pass.only()))
                    .append("</td><td class=\"n\">")
                    .append(Html.count(pass.pairs()))
                    .append("</td><td class=\"n\">")
                    .append(Html.count(pass.crowded()))
                    .append("</td></tr>");
        }
        html.append("</tbody></table></section>");
    }

    private void pairs(String id, String title, String about, List<PairStory> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        html.append("<section id=\"")
                .append(id)
                .append("\"><h2>")
                .append(title)
                .append("</h2><p>")
                .append(about)
                .append("</p>");
        for (int i = 0; i < pairs.size(); i++) {
            html.append(PairCard.html(pairs.get(i), i == 0));
        }
        html.append("</section>");
    }

    private void columns() {
        html.append(
                "<section id=\"columns\"><h2>What the columns were taken for</h2><table><thead><tr><th>column</th><th>used as</th>"
                        + "</tr></thead><tbody>");
        if (report.model().isPresent()) {
            report.columns()
                    .fields()
                    .forEach(field -> row(
                            String.join(" + ", field.columns()),
                            field.name() + ", compared as "
                                    + field.kind().name().toLowerCase(Locale.ROOT)));
        } else {
            report.columns().identifiers().forEach((column, name) -> row(column, "identifier " + name));
        }
        report.columns().ignored().forEach((column, why) -> row(column, "not used: " + why));
        html.append("</tbody></table></section>");
    }

    private void row(String name, String value) {
        html.append("<tr><th>")
                .append(Html.escape(name))
                .append("</th><td>")
                .append(Html.escape(value))
                .append("</td></tr>");
    }

    private void phases() {
        html.append("<section><h2>Where the time went</h2><table><tbody>");
        report.seconds().forEach((phase, seconds) -> row(phase, String.format(Locale.ROOT, "%.2f s", seconds)));
        html.append("</tbody></table></section>");
    }
}
