package io.serai.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Touches the classes of the usual commands once, so that the launcher can keep them parsed and verified. */
final class Warmup {

    private Warmup() {}

    public static void main(String[] arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, false);
        Main.run(terminal, nowhere, nowhere, "--help");
        Main.run(terminal, nowhere, nowhere, "check");
        System.exit(0);
    }
}
