package io.serai.cli;

import io.serai.HubHome;
import io.serai.config.schema.Schemas;
import io.serai.demo.Demo;
import io.serai.demo.DemoException;
import io.serai.demo.DemoFigures;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "The demo retailer, end to end, on embedded fakes of its shop, till, CRM and mail service.")
final class DemoCommand extends Common implements Callable<Integer> {

    @Option(names = "--stay", description = "Leave the fakes and the hub running, to play with.")
    private boolean stay;

    DemoCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        HubHome home = new CheckedHome(terminal()).load(home());
        schemas(home);
        try (Demo demo = Demo.start(home, new TerminalTeller(terminal(), json()))) {
            DemoFigures figures = demo.tell();
            if (json()) {
                terminal().json(figures.json());
            }
            if (stay) {
                stay(demo);
            }
        } catch (DemoException e) {
            throw new Refusal(ExitCode.FAILED, e.getMessage());
        }
        return ExitCode.OK;
    }

    /** For whoever opens the files in an editor next; the demo does not need them. */
    private void schemas(HubHome home) {
        try {
            home.schemas().write(home.home().resolve(Schemas.FOLDER));
        } catch (IOException e) {
            terminal().say("The schemas for editors cannot be written: " + e.getMessage());
        }
    }

    /** Closes the demo itself, because the process ends as soon as the signal is closed. */
    private static void stay(Demo demo) throws InterruptedException {
        try (StopSignal stop = new StopSignal();
                demo) {
            demo.stay(stop.asked());
        }
    }
}
