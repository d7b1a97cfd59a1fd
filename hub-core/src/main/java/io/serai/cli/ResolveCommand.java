package io.serai.cli;

import io.serai.Hub;
import io.serai.identity.match.Model;
import io.serai.profile.ProfileId;
import io.serai.profile.ResolveReport;
import io.serai.profile.ResolveReport.Change;
import io.serai.profile.ResolveRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "resolve",
        description =
                "Learn from everybody again how likely likeness is, resolve who is who, and say what that changes.")
final class ResolveCommand extends Common implements Callable<Integer> {

    @Option(names = "--full", description = "Read every kept record again, too.")
    private boolean full;

    @Option(names = "--dry-run", description = "Say what would change; change nothing.")
    private boolean dryRun;

    @Option(names = "--allow-merges", description = "Also when it merges more profiles than guards: max_merges allows.")
    private boolean allowMerges;

    ResolveCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = resolving("resolve")) {
            ResolveReport report = hub.identity().resolve(new ResolveRequest(full, dryRun, allowMerges));
            if (json()) {
                terminal().json(json(report));
            } else {
                print(hub, report);
            }
            return report.stopped().isPresent() ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    private void print(Hub hub, ResolveReport report) {
        String would = report.applied() ? "" : "would be ";
        terminal()
                .line(CheckCommand.count(report.profiles(), "profile")
                        + (report.applied() ? "" : " there would be")
                        + (report.profiles() == report.profilesBefore()
                                ? ", as before"
                                : "; there " + (report.applied() ? "were " : "are ") + report.profilesBefore())
                        + ". " + report.merged() + " " + would + "merged, " + report.split() + " " + would + "split."
                        + (full ? " " + CheckCommand.count(report.records(), "record") + " read again." : ""));
        model(hub, report);
        for (Change change : report.examples()) {
            terminal().line("  " + sentence(change, report.applied()));
        }
        if (report.reviews() > 0) {
            terminal()
                    .line(CheckCommand.count(report.reviews(), "pair") + (report.reviews() == 1 ? " waits" : " wait")
                            + " for your word: hub review list");
        }
        report.stopped().ifPresent(guard -> terminal().say(terminal().red("Stopped: ") + guard));
    }

    private void model(Hub hub, ResolveReport report) {
        if (report.model() == 0) {
            return;
        }
        boolean builtIn = hub.config()
                .identity()
                .matching()
                .map(matching -> Model.standard(matching.fields()).version() == report.model())
                .orElse(false);
        String sayings = CheckCommand.count(report.signatures(), "different saying");
        String before = report.model() == report.previousModel()
                ? ", as before"
                : report.previousModel() == 0 ? ", the first" : " instead of " + hex(report.previousModel());
        terminal()
                .line(
                        builtIn
                                ? "The built-in model holds: " + sayings + " are too few to learn from."
                                : "Model " + hex(report.model()) + before + ", learned from " + sayings + ".");
    }

    private static String sentence(Change change, boolean applied) {
        String one = ProfileId.text(change.profile());
        String other = ProfileId.text(change.other());
        String verb = applied ? " is " : " would be ";
        return (change.kind().equals("merge") ? one + verb + other : other + verb + "taken out of " + one)
                + (change.why().isEmpty()
                        ? "."
                        : ": " + change.why() + (change.why().endsWith(".") ? "" : "."));
    }

    private static String hex(long version) {
        return Long.toHexString(version);
    }

    private static Map<String, Object> json(ResolveReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("applied", report.applied());
        json.put("stopped", report.stopped().orElse(null));
        json.put("records", report.records());
        json.put("signatures", report.signatures());
        json.put("model", report.model() == 0 ? null : hex(report.model()));
        json.put("previous_model", report.previousModel() == 0 ? null : hex(report.previousModel()));
        json.put("profiles_before", report.profilesBefore());
        json.put("profiles", report.profiles());
        json.put("merged", report.merged());
        json.put("split", report.split());
        json.put("reviews", report.reviews());
        json.put(
                "examples", report.examples().stream().map(ResolveCommand::json).toList());
        return json;
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", change.kind());
        json.put("profile_id", ProfileId.text(change.profile()));
        json.put("other_id", ProfileId.text(change.other()));
        json.put("why", change.why());
        return json;
    }
}
