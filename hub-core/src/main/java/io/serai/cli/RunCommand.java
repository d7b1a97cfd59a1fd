package io.serai.cli;

import io.serai.Hub;
import io.serai.HubHome;
import io.serai.live.HomeWatch;
import io.serai.live.LiveHub;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "run", description = "Start the hub: every route on its schedule, until Ctrl-C.")
final class RunCommand extends Common implements Callable<Integer> {

    @Option(
            names = "--watch",
            description = "Take over what is saved in config/ and routes/, each edit whole or not at all.")
    private boolean watch;

    RunCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    @SuppressWarnings("try") // the routes run until they are closed
    public Integer call() throws InterruptedException {
        TerminalLiveTeller teller = new TerminalLiveTeller(terminal());
        HomeWatch files = HomeWatch.of(home(), teller);
        HubHome loaded = new CheckedHome(terminal()).load(home());
        try (StopSignal stop = new StopSignal();
                Hub hub = writing(loaded, "run");
                LiveHub live = LiveHub.start(hub, teller);
                files) {
            terminal()
                    .say(hub.config().hub().name() + " runs with "
                            + CheckCommand.count(hub.config().routes().size(), "route")
                            + (watch ? " and watches its files" : "") + ". Stop it with Ctrl-C.");
            if (watch) {
                files.start(live);
            }
            stop.asked().await();
            terminal().say("Stopping after the pages under way.");
        }
        return ExitCode.OK;
    }
}
