package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.ProfileId;
import io.serai.sync.Counts;
import io.serai.sync.PlanRow;
import io.serai.sync.Rejection;
import io.serai.sync.RunView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "runs", description = "What ran, what it did, and who was refused and why.")
final class RunsCommand extends Common implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "One run, with every rejection.")
    private Long run;

    @Option(names = "--route", paramLabel = "ROUTE", description = "Only runs of this route.")
    private String route;

    @Option(names = "--limit", paramLabel = "N", description = "The most rows to show.", defaultValue = "20")
    private int limit;

    RunsCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            if (run == null) {
                list(hub.runs().list(route, limit));
            } else {
                show(hub);
            }
            return ExitCode.OK;
        }
    }

    private void list(List<RunView> runs) {
        Instant now = Instant.now();
        if (json()) {
            terminal().json(runs.stream().map(view -> view.json(now)).toList());
            return;
        }
        Table table = new Table(
                "RUN",
                "ROUTE",
                "STATUS",
                "STARTED",
                "SECONDS",
                "READ",
                "STORED",
                "REJECTED",
                "PLANNED",
                "SENT",
                "HELD");
        for (RunView view : runs) {
            Counts counts = view.counts();
            table.row(
                    view.id(),
                    view.route(),
                    view.status().text(),
                    view.started(),
                    view.seconds(now),
                    counts.read(),
                    counts.stored(),
                    counts.rejected(),
                    counts.planned(),
                    counts.sent(),
                    counts.held());
        }
        if (table.isEmpty()) {
            terminal().say("Nothing ran yet. Run a route with: hub sync ROUTE");
        } else {
            table.print(terminal());
        }
    }

    private void show(Hub hub) {
        RunView view = hub.runs()
                .get(run)
                .orElseThrow(
                        () -> new Refusal(ExitCode.FAILED, "There is no run " + run + ". List them with: hub runs"));
        List<Rejection> rejections = hub.rejections().of(run, limit);
        List<PlanRow> held = hub.plans().held(run, limit);
        if (json()) {
            Map<String, Object> json = view.json(Instant.now());
            json.put("rejections", rejections.stream().map(RunsCommand::json).toList());
            json.put("held_back", held.stream().map(RunsCommand::json).toList());
            terminal().json(json);
            return;
        }
        new RunPrinter(terminal()).print(view);
        if (!rejections.isEmpty()) {
            terminal().line("");
            Table table = new Table("REFUSED", "BY", "WHY", "STILL DUE");
            rejections.forEach(row -> table.row(row.key(), row.target(), row.reason(), row.open() ? "yes" : "no"));
            table.print(terminal());
        }
        if (!held.isEmpty()) {
            terminal().line("");
            Table table = new Table("HELD BACK", "MATCH", "WHY");
            held.forEach(row -> table.row(ProfileId.text(row.profile()), row.match(), row.reason()));
            table.print(terminal());
        }
    }

    private static Map<String, Object> json(PlanRow held) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile_id", ProfileId.text(held.profile()));
        json.put("match", held.match());
        json.put("reason", held.reason());
        return json;
    }

    private static Map<String, Object> json(Rejection rejection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", rejection.key());
        json.put("target", rejection.target());
        json.put("reason", rejection.reason());
        json.put("open", rejection.open());
        return json;
    }
}
