package io.serai.cli;

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
    public Integer call() {
        throw new Refusal(ExitCode.FAILED, "The demo is not built in yet.");
    }
}
