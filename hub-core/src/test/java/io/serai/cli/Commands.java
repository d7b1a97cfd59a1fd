package io.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines on a home, as a program that is not at a terminal does. */
record Commands(Path home) {

    /**
     * What came of a command.
     *
     * @param exitCode 0 to 3
     * @param out data
     * @param err talk
     */
    record Answer(int exitCode, String out, String err) {
        JsonNode json() {
            return TestHome.json(out);
        }
    }

    Answer hub(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return anywhere(all.toArray(String[]::new));
    }

    /** A command that needs no home. */
    static Answer anywhere(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Main.run(new Terminal(printed, said, false, false), printed, said, arguments);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
