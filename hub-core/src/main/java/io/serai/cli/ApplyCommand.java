package io.serai.cli;

import io.serai.Hub;
import io.serai.Routes;
import io.serai.sync.RunView;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "apply", description = "Deliver a plan exactly as it was reviewed.")
final class ApplyCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "PLAN", description = "The plan's number.")
    private long plan;

    ApplyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = writing("apply " + plan);
                Routes routes = Routes.of(hub)) {
            RunView run = routes.apply(plan);
            if (json()) {
                terminal().json(run.json(Instant.now()));
            } else {
                new RunPrinter(terminal()).print(run);
            }
            return RunPrinter.exitCode(run);
        }
    }
}
