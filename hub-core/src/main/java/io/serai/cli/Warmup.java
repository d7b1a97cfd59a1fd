package io.serai.cli;

import io.serai.store.SqliteLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Runs the usual commands once on a home of three lines, so that the launcher can keep their classes parsed and verified: every
 * start after that takes a fraction of the time. Argument: the folder into which SQLite's library is unpacked for the same reason.
 */
final class Warmup {

    private static final Map<String, String> HOME = Map.of(
            "config/hub.yaml",
            "name: Warm-up\nguards: { first_run: send }\n",
            "config/connections/in.yaml",
            "connector: files\nsettings: { uri: \"file:data/in\", streams: { people: { pattern: \"*.csv\", key: id } } }\n",
            "config/connections/out.yaml",
            "connector: files\nsettings: { uri: \"file:data/out\", streams: { people: { file: people.csv, key: id } } }\n",
            "config/identity.yaml",
            "identifiers: [{ name: email, normalise: email }, { name: phone, normalise: phone, region: GB }, { name: card }]\n"
                    + "matching: off\n",
            "config/mappings/in.yaml",
            "from: in/people\nto: profile\nfields: { email: email, phone: phone, card: card, first_name: first_name, last_name: last_name,"
                    + " city: city, consent.email: { from: mail, map: { yes: granted, \"*\": unknown } } }\n",
            "config/mappings/out.yaml",
            "from: profile\nto: out/people\nmatch: id\nfields: { id: profile_id, email: email }\n",
            "config/segments/all.yaml",
            "name: All\nwhere: { any: [{ trait: email, exists: true }, { trait: city, is: York }, { trait: city, any_of: [a, 7] },"
                    + " { trait: email, starts_with: a }, { trait: email, at_least: 1 }, { consent: email, is: granted },"
                    + " { source: in }, { event: order, within: 9d }] }\n",
            "routes/in.camel.yaml",
            "- route:\n    id: in\n    from:\n      uri: hub:pull/in/people\n      steps:\n        - to: { uri: hub:ingest/in }\n",
            "routes/out.camel.yaml",
            "- route:\n    id: out\n    from:\n      uri: hub:segment/all\n      steps:\n"
                    + "        - to: { uri: hub:push/out/people, parameters: { mapping: out, mode: mirror } }\n",
            "data/in/people.csv",
            "id,email,phone,card,first_name,last_name,city,mail\n1,ann@warm.up,020 7946 0000,c1,Ann,Mill,York,yes\n"
                    + "2,ann@warm.up,,,Anne,Mill,York,no\n3,ben@warm.up,,c2,Ben,Hill,Hull,\n4,,,,Ben,Hill,Hull,\n5,cy@warm.up,,,Cy,Dale,Leeds,yes\n");

    private static final List<String> COMMANDS = List.of(
            "--help",
            "check",
            "sync in",
            "sync out",
            "plan out",
            "runs",
            "segment list",
            "segment count all",
            "segment members all",
            "profile find email:ann@warm.up",
            "evaluate HOME/data/in/people.csv --truth id");

    private Warmup() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            SqliteLibrary.unpack(Path.of(arguments[0]));
        }
        Path home = Files.createTempDirectory("hub-warm-up");
        run(home);
        delete(home);
        System.exit(0);
    }

    /** Runs the commands; those that failed. */
    static List<String> run(Path home) throws IOException {
        for (var file : HOME.entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false, false);
        List<String> failed = new ArrayList<>();
        for (String command : COMMANDS) {
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

    private static void delete(Path folder) throws IOException {
        try (var inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
