package io.serai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "new", description = "Begin a connector in YAML: plugins/NAME/connector.yaml, commented.")
final class PluginNewCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The connector's name: lower case, digits and dashes.")
    private String name;

    PluginNewCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "\"" + name
                            + "\" is no name for a connector: lower-case letters, digits and dashes, such as acme-mail.");
        }
        Path file = home().resolve("plugins").resolve(name).resolve("connector.yaml");
        if (Files.exists(file)) {
            throw new Refusal(ExitCode.FAILED, file + " exists already; nothing was written.");
        }
        Files.createDirectories(file.getParent());
        try (InputStream template = PluginNewCommand.class.getResourceAsStream("new-connector.yaml")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(file, text.replace("NAME", name));
        }
        if (json()) {
            terminal().json(Map.of("file", file.toString()));
        } else {
            terminal().line("Wrote " + file + ". Make it yours, then look at it with: hub plugin test " + name);
        }
        return ExitCode.OK;
    }
}
