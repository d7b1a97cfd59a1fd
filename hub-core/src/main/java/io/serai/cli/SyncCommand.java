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

    SyncCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = writing("sync " + route)) {
            KnownRoute.require(hub, route);
            RunView run;
            RunRequest request = dryRun ? RunRequest.dryRun() : RunRequest.send(Trigger.COMMAND);
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
