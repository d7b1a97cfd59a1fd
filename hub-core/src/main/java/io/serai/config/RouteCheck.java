package io.serai.config;

import io.serai.config.HubEndpoints.Kind;
import io.serai.record.Mapping;
import io.serai.record.OutMapping;
import io.serai.record.StreamName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a route moves, from where to where, must fit together. */
final class RouteCheck {

    private final Files files;
    private final Streams streams;
    private final Problems problems;
    private final EndpointCheck endpoints;
    private final PushCheck pushes;

    /**
     * What routes name.
     *
     * @param in mappings into the hub that could be read
     * @param out mappings out of it that could be read
     * @param mappings names of all files of mappings, right or wrong
     * @param segments names of all segments, right or wrong
     */
    record Files(Map<String, Mapping> in, Map<String, OutMapping> out, Set<String> mappings, Set<String> segments) {}

    RouteCheck(Files files, Streams streams, Problems problems) {
        this.files = files;
        this.streams = streams;
        this.problems = problems;
        this.endpoints = new EndpointCheck(problems);
        this.pushes = new PushCheck(files, streams, problems);
    }

    void check(RouteOutline route) {
        Optional<StreamName> pulled = from(route.from());
        for (RouteEndpoint step : route.steps()) {
            if (step.scheme().equals("hub")) {
                Optional<Kind> kind = endpoints.kind(step);
                kind.filter(known -> known.name().equals("ingest")).ifPresent(known -> ingest(step, pulled));
                kind.filter(known -> known.name().equals("push")).ifPresent(known -> push(route, step));
            }
        }
        boolean keeps = route.from().isHub("pull")
                || route.from().isHub("identity")
                || !route.hubSteps("ingest").isEmpty();
        if (keeps) {
            new LossCheck(problems).check(route);
        }
    }

    private Optional<StreamName> from(RouteEndpoint from) {
        if (!from.scheme().equals("hub")) {
            return Optional.empty();
        }
        Optional<Kind> kind = endpoints.kind(from);
        if (kind.isEmpty() || isOpen(from)) {
            return Optional.empty();
        }
        if (kind.get().name().equals("segment")) {
            named("a segment", from.parts().get(1), files.segments(), from.partAt(1));
        }
        if (!kind.get().name().equals("pull")) {
            return Optional.empty();
        }
        StreamName stream = new StreamName(from.parts().get(1), from.parts().get(2));
        int before = problems.errors();
        streams.find(StreamUse.read(stream, from));
        return problems.errors() == before ? Optional.of(stream) : Optional.empty();
    }

    private void ingest(RouteEndpoint step, Optional<StreamName> pulled) {
        String name = step.parts().get(1);
        if (isOpen(step) || !named("a mapping", name, files.mappings(), step.partAt(1))) {
            return;
        }
        if (files.out().containsKey(name)) {
            problems.error(
                    step.partAt(1),
                    "The mapping \"" + name + "\" leads out of the hub.",
                    "hub:ingest takes one whose from: is a stream.");
            return;
        }
        Mapping mapping = files.in().get(name);
        boolean wrong = problems.hasErrors("config/mappings/" + name + ".yaml");
        if (mapping != null && !wrong && pulled.isPresent() && !mapping.from().equals(pulled.get())) {
            problems.error(
                    step.partAt(1),
                    "The mapping \"" + name + "\" is from " + mapping.from() + ", and this route pulls " + pulled.get()
                            + ".",
                    fitting(pulled.get()));
        }
    }

    private String fitting(StreamName pulled) {
        return files.in().values().stream()
                .filter(mapping -> mapping.from().equals(pulled))
                .findFirst()
                .map(mapping -> "\"" + mapping.name() + "\" is from there.")
                .orElse("Write a mapping with from: " + pulled + ".");
    }

    private void push(RouteOutline route, RouteEndpoint step) {
        if (route.from().isHub("pull") || route.from().isHub("identity")) {
            problems.error(
                    step.position(),
                    "A push sends people, and this route starts at "
                            + (route.from().isHub("pull") ? "records." : "events."),
                    "Start a route at hub:segment/{segment} or hub:profiles.");
        } else if (!isOpen(step)) {
            pushes.check(step);
        }
    }

    /** Parts that a message or the environment fills in cannot be checked here. */
    private static boolean isOpen(RouteEndpoint endpoint) {
        return endpoint.uri().contains("${") || endpoint.uri().contains("{{");
    }

    private boolean named(String what, String name, Set<String> known, Position position) {
        if (!known.contains(name)) {
            problems.error(position, "\"" + name + "\" is not " + what + ".", Suggestion.hint(name, known));
        }
        return known.contains(name);
    }
}
