package io.serai.cli;

import io.serai.HubHome;
import io.serai.TemporaryFolder;
import io.serai.config.Checked;
import io.serai.config.Checker;
import io.serai.config.ConnectorFile;
import io.serai.config.InstalledConnectors;
import io.serai.config.Problem;
import io.serai.config.schema.Schemas;
import io.serai.config.suggest.NewConnection;
import io.serai.config.suggest.NewHome;
import io.serai.connector.ConnectorRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        description =
                "Make a new home: asks what to connect, or is told by flags. Secrets are only named, never asked for.")
final class InitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder: new, or empty.")
    private Path folder;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The organisation's name. With any of these flags nothing is asked.")
    private String name;

    @Option(names = "--timezone", paramLabel = "ZONE", description = "Such as Europe/London; else this machine's.")
    private String timezone;

    @Option(
            names = "--connect",
            paramLabel = "NAME=CONNECTOR[,SETTING=VALUE...]",
            description =
                    "Such as shop=shopify,store=my-store,token=SHOP_TOKEN (a secret's environment variable), or"
                            + " till=files,uri=file:data/till,streams.sales.pattern=*.csv,streams.sales.key=receipt. Once for each connection.")
    private List<String> connect = List.of();

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private final Terminal terminal;

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path home = folder.toAbsolutePath().normalize();
        refuseWhatIsThere(home);
        ConnectorRegistry registry = ConnectorRegistry.load(Home.install(), home, new ConnectorFile());
        NewSettings settings = new NewSettings(registry);
        String usual =
                home.getFileName() == null ? "My shop" : home.getFileName().toString();
        boolean told = name != null || timezone != null || !connect.isEmpty();
        NewHome made = told
                ? flags(settings, usual)
                : new InitQuestions(new Answers(terminal), settings).ask(usual, ZoneId.systemDefault());
        write(made, home, registry);
        tell(made, home);
        return ExitCode.OK;
    }

    private static void refuseWhatIsThere(Path home) {
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw Refusal.usage(home + " is a file. Name a folder that is new or empty.");
        }
        if (Files.isDirectory(home)) {
            try (Stream<Path> inside = Files.list(home)) {
                List<String> names = inside.map(path -> path.getFileName().toString())
                        .sorted()
                        .toList();
                if (!names.isEmpty()) {
                    String some = names.stream().limit(5).collect(Collectors.joining(", "));
                    throw Refusal.usage("The folder " + home + " is not empty: it holds " + some
                            + (names.size() > 5 ? " and " + (names.size() - 5) + " more" : "")
                            + ". Nothing was written. Name a folder that is new or empty.");
                }
            } catch (IOException e) {
                throw new Refusal(ExitCode.FAILED, "The folder " + home + " cannot be read: " + e.getMessage());
            }
        }
    }

    private NewHome flags(NewSettings settings, String usual) {
        ZoneId zone = timezone == null
                ? ZoneId.systemDefault()
                : InitQuestions.zone(timezone)
                        .orElseThrow(() ->
                                Refusal.usage(InitQuestions.noZone(timezone).orElseThrow()));
        List<NewConnection> connections = new ArrayList<>();
        for (String written : connect) {
            NewConnection connection = settings.read(written);
            if (connections.stream().anyMatch(other -> other.name().equals(connection.name()))) {
                throw Refusal.usage("--connect names \"" + connection.name() + "\" twice.");
            }
            connections.add(connection);
        }
        return new NewHome(name == null || name.isBlank() ? usual : name.strip(), zone, connections);
    }

    /** Beside its place first, and checked there: what is wrong leaves nothing behind. */
    private static void write(NewHome made, Path home, ConnectorRegistry registry) {
        try {
            Path parent = home.getParent() == null ? home : home.getParent();
            Files.createDirectories(parent);
            Path name = parent.resolve(".hub-init-" + ProcessHandle.current().pid());
            try (TemporaryFolder fresh = new TemporaryFolder(Files.createDirectory(name))) {
                for (Map.Entry<String, String> file : made.files().entrySet()) {
                    Path path = fresh.path().resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
                check(made, fresh.path(), registry);
                place(fresh.path(), home);
            }
        } catch (IOException e) {
            throw new Refusal(ExitCode.FAILED, "The home cannot be written to " + home + ": " + e.getMessage());
        }
    }

    /** An empty folder stays the folder that it is. */
    private static void place(Path fresh, Path home) throws IOException {
        if (!Files.exists(home)) {
            Files.move(fresh, home);
            return;
        }
        try (Stream<Path> inside = Files.list(fresh)) {
            for (Path file : inside.toList()) {
                Files.move(file, home.resolve(file.getFileName()));
            }
        }
    }

    private static void check(NewHome made, Path fresh, ConnectorRegistry registry) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        made.variables().forEach(variable -> environment.putIfAbsent(variable, "not-set-yet"));
        Checked checked = new Checker(fresh, environment, new InstalledConnectors(registry, fresh)).check();
        if (!checked.ok()) {
            throw Refusal.usage(checked.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .map(problem -> problem.position() + ": " + problem.message() + " " + problem.hint())
                    .collect(Collectors.joining("\n", "", "\nNothing was made. Say it again with what is missing.")));
        }
    }

    private void tell(NewHome made, Path home) {
        schemas(home);
        List<String> unset = made.variables().stream()
                .filter(variable -> System.getenv(variable) == null)
                .toList();
        List<String> unknown = made.unknown().stream().map(Object::toString).toList();
        if (json) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("home", home.toString());
            told.put("files", List.copyOf(made.files().keySet()));
            told.put("variables", unset);
            told.put("streams_without_mapping", unknown);
            told.put("next", next(made, home));
            terminal.json(told);
            return;
        }
        terminal.line("Made " + home + ":");
        made.files().keySet().forEach(file -> terminal.line("  " + file));
        if (!unset.isEmpty()) {
            terminal.line("Set before the hub starts, in its environment:");
            unset.forEach(variable -> terminal.line("  export " + variable + "=..."));
        }
        unknown.forEach(stream -> terminal.line(
                "Once there are records, have a mapping proposed: hub mapping suggest " + stream + " --home " + home));
        terminal.line("Next: " + next(made, home));
    }

    private static String next(NewHome made, Path home) {
        return (made.connections().isEmpty() ? "hub connector list" : "hub connection check") + " --home " + home;
    }

    private void schemas(Path home) {
        try {
            HubHome.load(home, Home.install()).schemas().write(home.resolve(Schemas.FOLDER));
        } catch (IOException e) {
            terminal.say("The schemas for editors cannot be written: " + e.getMessage());
        }
    }
}
