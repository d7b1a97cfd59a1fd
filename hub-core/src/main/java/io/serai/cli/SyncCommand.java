package io.serai.cli;

import io.serai.Hub;
import io.serai.Routes;
import io.serai.sync.RunRequest;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sync", description = "Run one route once, now.")
final class SyncCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route's id.")
    private String route;

    @Option(names = "--dry-run", description = "Say what would be sent; send nothing.")
    private boolean dryRun;

    @Option(names = "--allow-merges", description = "Merge more profiles than max_merges of config/hub.yaml allows.")
    private boolean allowMerges;

    SyncCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = writing("sync " + route)) {
            KnownRoute.require(hub, route);
            RunView run;
            RunRequest asked = dryRun ? RunRequest.dryRun() : RunRequest.send(Trigger.COMMAND);
            RunRequest request = allowMerges ? asked.allowingMerges() : asked;
            try (Routes routes = Routes.of(hub)) {
                run = Watch.during(terminal(), hub, route, () -> routes.run(route, request));
            }
            if (json()) {
                terminal().json(run.json(Instant.now()));
            } else {
                new RunPrinter(terminal()).print(run);
            }
            return RunPrinter.exitCode(run);
        }
    }
}
