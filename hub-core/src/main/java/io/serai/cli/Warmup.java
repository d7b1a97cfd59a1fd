package io.serai.cli;

import io.serai.TemporaryFolder;
import io.serai.store.SqliteLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the usual commands once on a small home, so that the launcher can keep their classes parsed and verified: every
 * start after that takes a fraction of the time. Argument: the folder into which SQLite's library is unpacked for the same reason.
 */
final class Warmup {

    private static final List<String> COMMANDS = List.of(
            "--help",
            "check",
            "sync in",
            "sync few",
            "sync few", // goes on from the checkpoint of the one before
            "sync orders",
            "sync out",
            "plan out",
            "resolve --full",
            "runs",
            "segment list",
            "segment count all",
            "segment members all",
            "profile find email:ann1@warm.up",
            "evaluate HOME/data/in/people.csv --truth id");

    private Warmup() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            SqliteLibrary.unpack(Path.of(arguments[0]));
        }
        try (TemporaryFolder home = TemporaryFolder.create("hub-warm-up")) {
            run(home.path());
        }
        System.exit(0);
    }

    /** Runs the commands, the first of them also with people compared by probability; those that failed. */
    static List<String> run(Path home) throws IOException {
        List<String> failed = run(home.resolve("exact"), "matching: off\n", COMMANDS);
        failed.addAll(run(home.resolve("matched"), "", COMMANDS.subList(0, COMMANDS.indexOf("sync out"))));
        return failed;
    }

    private static List<String> run(Path home, String matching, List<String> commands) throws IOException {
        WarmupHome.in(home, matching);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, false);
        List<String> failed = new ArrayList<>();
        for (String command : commands) {
            String[] words = (command.equals("--help")
                            ? command
                            : command.replace("HOME", home.toString()) + " --home " + home)
                    .split(" ");
            if (Main.run(terminal, nowhere, nowhere, words) != ExitCode.OK) {
                failed.add(command);
            }
        }
        return failed;
    }
}
