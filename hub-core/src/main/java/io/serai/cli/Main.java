package io.serai.cli;

import io.serai.camel.RouteProblemsException;
import io.serai.profile.CollapseException;
import io.serai.profile.NoSuchReviewException;
import io.serai.segment.SegmentException;
import io.serai.spi.ConnectorException;
import io.serai.store.StoreException;
import io.serai.sync.RunRefused;
import io.serai.sync.SyncException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entrance: reads the command line, runs a command, and turns what went wrong into a sentence and an exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.ofProcess(out, err, System.getenv());
        System.exit(run(terminal, out, err, arguments));
    }

    /** Runs one command line; the result is the exit code. */
    static int run(Terminal terminal, PrintStream out, PrintStream err, String... arguments) {
        CommandLine line = CommandTable.parser(terminal, arguments)
                .setOut(new java.io.PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new java.io.PrintWriter(err, true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(new CommandLineMistake(terminal))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(terminal, failure));
        return line.execute(arguments);
    }

    private static int explain(Terminal terminal, Exception failure) {
        terminal.progressDone();
        if (failure instanceof Refusal refusal) {
            terminal.say(refusal.getMessage());
            return refusal.exitCode();
        }
        if (failure instanceof RouteProblemsException) {
            terminal.say(failure.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof StoreException
                || failure instanceof SyncException
                || failure instanceof RunRefused
                || failure instanceof NoSuchReviewException
                || failure instanceof CollapseException
                || failure instanceof ConnectorException
                || failure instanceof SegmentException) {
            terminal.say(terminal.red("Failed: ") + failure.getMessage());
            return ExitCode.FAILED;
        }
        terminal.say(terminal.red("Failed: ") + "this is a mistake of the hub, not yours ("
                + failure.getClass().getName() + "). Say HUB_DEBUG=1 before the command to see where, and report it.");
        if (System.getenv("HUB_DEBUG") != null) {
            terminal.trace(failure);
        }
        return ExitCode.FAILED;
    }
}
