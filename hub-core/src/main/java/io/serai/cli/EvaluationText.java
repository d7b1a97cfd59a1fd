package io.serai.cli;

import io.serai.identity.Evaluation;
import io.serai.identity.Meaning;
import io.serai.identity.report.Blocking;
import io.serai.identity.report.MatchReport;
import io.serai.identity.report.Reliability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An evaluation for people at a terminal and for programs. */
final class EvaluationText {

    private final MatchReport report;
    private final Cost cost;

    EvaluationText(MatchReport report, Cost cost) {
        this.report = report;
        this.cost = cost;
    }

    void print(Terminal terminal) {
        Evaluation evaluation = report.evaluation();
        terminal.line(CheckCommand.count(evaluation.rows(), "row") + " of " + evaluation.people() + " people; "
                + evaluation.clusters() + " found, in " + seconds(report.wallSeconds()) + " s");
        Table table = new Table("MEASURE", "PRECISION", "RECALL", "F1");
        row(table, "pairs", evaluation.pairs());
        row(table, "whole clusters", evaluation.whole());
        row(table, "B-cubed", evaluation.bCubed());
        table.print(terminal);
        Blocking blocking = report.blocking();
        if (report.model().isPresent()) {
            terminal.line("");
            terminal.line(
                    "Blocking: " + four(blocking.recall()) + " of the true pairs were compared, " + blocking.compared()
                            + " pairs in all, found in " + blocking.passes().size() + " ways.");
            calibration(terminal);
        }
        columns(terminal);
        StringBuilder phases = new StringBuilder();
        report.seconds().forEach((phase, seconds) -> phases.append(phases.isEmpty() ? "" : ", ")
                .append(phase)
                .append(' ')
                .append(seconds(seconds))
                .append(" s"));
        terminal.say(phases + "; since the program began " + seconds(cost.totalSeconds()) + " s, CPU "
                + seconds(cost.cpuSeconds()) + " s, memory at most " + cost.peakMegabytes() + " MB");
    }

    private void calibration(Terminal terminal) {
        Reliability reliability = report.reliability();
        if (reliability.pairs() == 0) {
            return;
        }
        terminal.line("Calibration: what was predicted is "
                + String.format(Locale.ROOT, "%.4f", reliability.error())
                + " away from what is true, on average over " + CheckCommand.count(reliability.pairs(), "pair") + ".");
        Table table = new Table("FROM", "TO", "PAIRS", "PREDICTED", "ACTUAL");
        for (Reliability.Bin bin : reliability.bins()) {
            table.row(three(bin.from()), three(bin.to()), bin.pairs(), four(bin.predicted()), four(bin.actual()));
        }
        table.print(terminal);
    }

    private void columns(Terminal terminal) {
        terminal.line("");
        Table table = new Table("COLUMN", "USED AS");
        uses().forEach((column, use) -> table.row(column, use));
        report.columns().ignored().forEach((column, why) -> table.row(column, "not used: " + why));
        table.print(terminal);
    }

    /** What each used column is used as, in words. */
    private Map<String, String> uses() {
        Map<String, String> uses = new LinkedHashMap<>();
        if (report.model().isPresent()) {
            for (Meaning field : report.columns().fields()) {
                String kind = field.kind().name().toLowerCase(Locale.ROOT);
                field.columns()
                        .forEach(column -> uses.put(
                                column, field.name() + (kind.equals(field.name()) ? "" : ", compared as " + kind)));
            }
        } else {
            report.columns().identifiers().forEach((column, name) -> uses.put(column, "identifier " + name));
        }
        return uses;
    }

    Map<String, Object> json() {
        Evaluation evaluation = report.evaluation();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", evaluation.rows());
        json.put("people", evaluation.people());
        json.put("clusters", evaluation.clusters());
        json.put("pairwise", json(evaluation.pairs()));
        json.put("cluster", json(evaluation.whole()));
        json.put("b_cubed", json(evaluation.bCubed()));
        json.put("blocking", blocking());
        json.put("calibration", bins());
        json.put("calibration_error", report.reliability().error());
        json.put("columns", columnsJson());
        json.put("ignored", report.columns().ignored());
        json.put("seconds", report.seconds());
        json.put("wall_s", report.wallSeconds());
        json.put("total_s", cost.totalSeconds());
        json.put("cpu_s", cost.cpuSeconds());
        json.put("peak_mb", cost.peakMegabytes());
        return json;
    }

    private Map<String, Object> blocking() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("recall", report.blocking().recall());
        json.put("pairs", report.blocking().compared());
        List<Map<String, Object>> passes = new ArrayList<>();
        for (Blocking.PassFigures pass : report.blocking().passes()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("pass", pass.name());
            each.put("recall", pass.recall());
            each.put("only", pass.only());
            each.put("pairs", pass.pairs());
            each.put("crowded", pass.crowded());
            passes.add(each);
        }
        json.put("passes", passes);
        return json;
    }

    private List<Map<String, Object>> bins() {
        List<Map<String, Object>> bins = new ArrayList<>();
        for (Reliability.Bin bin : report.reliability().bins()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("from", bin.from());
            each.put("to", bin.to());
            each.put("pairs", bin.pairs());
            each.put("predicted", bin.predicted());
            each.put("actual", bin.actual());
            bins.add(each);
        }
        return bins;
    }

    private List<Map<String, Object>> columnsJson() {
        List<Map<String, Object>> columns = new ArrayList<>();
        if (report.model().isPresent()) {
            for (Meaning field : report.columns().fields()) {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("columns", field.columns());
                each.put("as", field.name());
                each.put("kind", field.kind().name().toLowerCase(Locale.ROOT));
                columns.add(each);
            }
        } else {
            report.columns().identifiers().forEach((column, name) -> {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("columns", List.of(column));
                each.put("as", name);
                each.put("kind", "identifier");
                columns.add(each);
            });
        }
        return columns;
    }

    private static Map<String, Object> json(Evaluation.Score score) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("precision", score.precision());
        json.put("recall", score.recall());
        json.put("f1", score.f1());
        return json;
    }

    private static void row(Table table, String name, Evaluation.Score score) {
        table.row(name, four(score.precision()), four(score.recall()), four(score.f1()));
    }

    private static String four(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    private static String three(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private static String seconds(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
