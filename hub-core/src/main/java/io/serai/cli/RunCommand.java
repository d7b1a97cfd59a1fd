package io.serai.cli;

import io.serai.Hub;
import io.serai.Routes;
import io.serai.camel.HubCamel;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "run", description = "Start the hub: every route on its schedule, until Ctrl-C.")
final class RunCommand extends Common implements Callable<Integer> {

    RunCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    @SuppressWarnings("try") // the routes run until they are closed
    public Integer call() throws InterruptedException {
        try (StopSignal stop = new StopSignal();
                Hub hub = writing("run");
                Routes routes = Routes.of(hub);
                HubCamel camel = routes.start()) {
            terminal()
                    .say(hub.config().hub().name() + " runs with "
                            + CheckCommand.count(hub.config().routes().size(), "route") + ". Stop it with Ctrl-C.");
            stop.asked().await();
            terminal().say("Stopping after the pages under way.");
            routes.cancel();
        }
        return ExitCode.OK;
    }
}
