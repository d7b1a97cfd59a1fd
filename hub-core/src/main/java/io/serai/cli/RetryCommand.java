package io.serai.cli;

import io.serai.Hub;
import io.serai.Routes;
import io.serai.sync.RunView;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "retry", description = "Give what was refused in a run another chance.")
final class RetryCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "The run's number.")
    private long run;

    RetryCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = writing("retry " + run);
                Routes routes = Routes.of(hub)) {
            Optional<RunView> done = routes.retry(run);
            if (done.isEmpty()) {
                terminal().say("Nothing of run " + run + " stands open that a retry could mend.");
                return ExitCode.OK;
            }
            if (json()) {
                terminal().json(done.get().json(Instant.now()));
            } else {
                new RunPrinter(terminal()).print(done.get());
            }
            return RunPrinter.exitCode(done.get());
        }
    }
}
