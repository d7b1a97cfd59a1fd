package io.serai.cli;

import io.serai.camel.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a route made of a page, for people and for programs. */
final class TrialText {

    private TrialText() {}

    static List<String> lines(Trial trial, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        lines.add(
                terminal.bold(trial.route()) + ", from " + trial.start() + ": one page, nothing stored, nothing sent.");
        for (Trial.Step step : trial.steps()) {
            String indent = "  ".repeat(step.depth());
            lines.add(place(step) + indent + step.step() + (step.id().isEmpty() ? "" : " (" + step.id() + ")"));
            String under = " ".repeat(10) + indent;
            step.notes().forEach(note -> lines.add(under + note));
            step.set()
                    .forEach((name, value) ->
                            lines.add(under + name + (value == null ? " is taken away" : " = " + value)));
            lines.add(under + terminal.dim("body: " + step.body()));
            step.error().ifPresent(error -> lines.add(under + terminal.red("fails: ") + error));
        }
        if (!trial.refused().isEmpty()) {
            lines.add("Refused:");
            trial.refused().forEach(refused -> lines.add("  " + refused));
        }
        trial.error().ifPresent(error -> lines.add(terminal.red("The page fails: ") + error));
        return lines;
    }

    private static String place(Trial.Step step) {
        return String.format("%-8s", step.line() == 0 ? "" : "line " + step.line());
    }

    static Map<String, Object> json(Trial trial) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("route", trial.route());
        json.put("start", trial.start());
        json.put("steps", trial.steps().stream().map(TrialText::json).toList());
        json.put("refused", trial.refused());
        json.put("error", trial.error().orElse(null));
        return json;
    }

    private static Map<String, Object> json(Trial.Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", step.step());
        json.put("id", step.id());
        json.put("file", step.file());
        json.put("line", step.line());
        json.put("depth", step.depth());
        json.put("body", step.body());
        json.put("set", step.set());
        json.put("notes", step.notes());
        json.put("error", step.error().orElse(null));
        return json;
    }
}
