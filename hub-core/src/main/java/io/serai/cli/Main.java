package io.serai.cli;

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
                .setExecutionExceptionHandler(new CommandFailure(terminal));
        return line.execute(arguments);
    }
}
