package io.serai.cli;

import io.serai.HubHome;
import io.serai.RouteTrials;
import io.serai.camel.RouteTrial;
import io.serai.camel.Trial;
import io.serai.config.RouteOutline;
import io.serai.sync.RunRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "try",
        description = "Run one page through a route into nothing, and show what each step makes of it.",
        footer = "Nothing is stored or sent, and no checkpoint moves. What is shown are people's data.")
final class RouteTryCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route's id.")
    private String route;

    @Option(
            names = "--from-checkpoint",
            description = "Begin where the route's last run came to, not at the beginning.")
    private boolean fromCheckpoint;

    @Option(
            names = "--body",
            paramLabel = "FILE",
            description = "What the route starts with, when it does not start at hub:.")
    private Path body;

    @Option(names = "--header", paramLabel = "NAME=VALUE", description = "A header of it; again for further ones.")
    private Map<String, String> headers = new LinkedHashMap<>();

    @Option(names = "--call", description = "Let enrich, pollEnrich and poll ask other systems.")
    private boolean call;

    RouteTryCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        HubHome home = new CheckedHome(terminal()).load(home());
        if (home.checked().config().route(route).isEmpty()) {
            throw Refusal.unknown(
                    "route",
                    route,
                    home.checked().config().routes().stream()
                            .map(RouteOutline::id)
                            .toList());
        }
        Trial trial = tried(new RouteTrials(home, fromCheckpoint, call));
        if (json()) {
            terminal().json(TrialText.json(trial));
        } else {
            TrialText.lines(trial, terminal()).forEach(terminal()::line);
        }
        return trial.error().isPresent()
                ? ExitCode.FAILED
                : trial.refused().isEmpty() ? ExitCode.OK : ExitCode.REJECTIONS;
    }

    private Trial tried(RouteTrials trials) {
        try {
            return trials.run(route, message());
        } catch (RunRefused asked) {
            throw new Refusal(ExitCode.USAGE, asked.getMessage());
        }
    }

    private Optional<RouteTrial.Message> message() {
        if (body == null) {
            if (!headers.isEmpty()) {
                throw new Refusal(ExitCode.USAGE, "--header goes with --body FILE.");
            }
            return Optional.empty();
        }
        try {
            Map<String, Object> given = new LinkedHashMap<>(headers);
            given.putIfAbsent("CamelFileName", body.getFileName().toString());
            return Optional.of(new RouteTrial.Message(Files.readAllBytes(body), given));
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "The file " + body + " cannot be read: --body names one with what the route starts with.");
        }
    }
}
