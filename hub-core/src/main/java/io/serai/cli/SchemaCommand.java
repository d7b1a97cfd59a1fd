package io.serai.cli;

import io.serai.HubHome;
import io.serai.config.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "schema",
        description = "Write a JSON Schema for each kind of file, by which editors complete and check as one types.")
final class SchemaCommand extends Common implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The folder; else schemas/ in the home.")
    private Path folder;

    SchemaCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Path home = home();
        Path to = folder == null
                ? home.resolve(Schemas.FOLDER)
                : folder.toAbsolutePath().normalize();
        if (Files.exists(to) && !Files.isDirectory(to)) {
            throw Refusal.usage(to + " is a file; schemas are written to a folder.");
        }
        HubHome loaded = HubHome.load(home, Home.install());
        List<Path> files;
        try {
            files = loaded.schemas().write(to);
        } catch (IOException e) {
            throw new Refusal(ExitCode.FAILED, "The schemas cannot be written to " + to + ": " + e.getMessage());
        }
        if (json()) {
            terminal().json(Map.of("files", files.stream().map(Path::toString).toList()));
        } else {
            terminal()
                    .line(
                            "Wrote " + CheckCommand.count(files.size(), "schema") + " to " + to
                                    + ". Editors find them by the first line of each file; write them again after installing a connector.");
            if (!loaded.checked().ok()) {
                terminal()
                        .say("The home has "
                                + CheckCommand.count(loaded.checked().errors(), "mistake")
                                + "; names in files that could not be read are not offered yet. See: hub check");
            }
        }
        return ExitCode.OK;
    }
}
