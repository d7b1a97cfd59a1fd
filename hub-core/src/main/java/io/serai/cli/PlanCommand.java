package io.serai.cli;

import io.serai.Hub;
import io.serai.Routes;
import io.serai.profile.ProfileId;
import io.serai.sync.PlanRow;
import io.serai.sync.PlanView;
import io.serai.sync.Plans;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        description = "Show exactly what a route would send: adds, changes, removals, held back and why.")
final class PlanCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route's id, or the number of a plan that was made.")
    private String route;

    @Option(names = "--limit", paramLabel = "N", description = "The most rows to show.", defaultValue = "30")
    private int limit;

    PlanCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        boolean made = route.matches("[0-9]+");
        try (Hub hub = made ? reading() : writing("plan " + route)) {
            List<PlanView> plans = made ? List.of(existing(hub)) : make(hub);
            if (plans.isEmpty()) {
                throw new Refusal(ExitCode.USAGE, "The route \"" + route + "\" pushes nothing: it has no plan.");
            }
            for (PlanView plan : plans) {
                if (json()) {
                    terminal().json(hub.plans().json(plan));
                } else {
                    print(hub.plans(), plan);
                }
            }
            return ExitCode.OK;
        }
    }

    private PlanView existing(Hub hub) {
        return hub.plans()
                .get(Long.parseLong(route))
                .orElseThrow(() -> new Refusal(ExitCode.FAILED, "There is no plan " + route + "."));
    }

    private List<PlanView> make(Hub hub) {
        KnownRoute.require(hub, route);
        RunView run;
        try (Routes routes = Routes.of(hub)) {
            run = Watch.during(terminal(), hub, route, () -> routes.run(route, RunRequest.plan()));
        }
        if (run.status() == RunStatus.FAILED || run.status() == RunStatus.INTERRUPTED) {
            throw new Refusal(ExitCode.FAILED, "The plan could not be made: " + run.message());
        }
        return hub.plans().list(100).stream()
                .filter(plan -> plan.run() == run.id())
                .toList();
    }

    private void print(Plans plans, PlanView plan) {
        terminal()
                .line(terminal().bold("plan " + plan.id() + "  " + plan.route() + " → " + plan.destination()) + "  "
                        + CheckCommand.count(plan.adds(), "add") + ", " + CheckCommand.count(plan.changes(), "change")
                        + ", "
                        + CheckCommand.count(plan.removals(), "removal") + ", "
                        + plan.held() + " held, " + plan.unchanged() + " unchanged");
        if (plan.reason() != null) {
            terminal().line(terminal().yellow("  " + plan.reason()));
        }
        Table table = new Table("WHAT", "PROFILE", "MATCH", "BEFORE → AFTER, OR WHY HELD");
        List<PlanRow> rows = plans.rows(plan.id(), null, limit);
        for (PlanRow row : rows) {
            Map<String, Object> json = Plans.json(row);
            table.row(
                    json.get("op"),
                    ProfileId.text(row.profile()),
                    row.match(),
                    row.reason() != null ? row.reason() : json.get("before") + " → " + json.get("after"));
        }
        if (!table.isEmpty()) {
            table.print(terminal());
            if (rows.size() == limit) {
                terminal().say("The first " + limit + "; more with: hub plan " + plan.id() + " --limit N, or --json.");
            }
        }
        terminal().say("Deliver exactly this: hub apply " + plan.id());
    }
}
