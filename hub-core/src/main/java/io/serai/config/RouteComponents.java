package io.serai.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The Camel components that the routes of a home may use: those of {@link RouteVocabulary}, and those that {@code routes:
 * components:} of {@code config/hub.yaml} adds. What would run code or reach into the hub cannot be added. Immutable.
 */
public final class RouteComponents {

    private static final String RUNS = "it runs code";
    private static final String INSIDE = "it reaches into the hub's own Camel";
    private static final String READS = "its templates run code";
    private static final String MACHINE = "it gives routes the machine";

    private static final Map<String, String> NEVER = never();

    private final Set<String> names;

    private RouteComponents(Set<String> names) {
        this.names = names;
    }

    /** Those that every home has. */
    public static RouteComponents standard() {
        return new RouteComponents(RouteVocabulary.schemes());
    }

    /** Those of a home: what its {@code config/hub.yaml} adds rightly; mistakes in the file are said by the check. */
    public static RouteComponents of(Path home) {
        Path file = home.resolve("config/hub.yaml");
        try {
            return Files.isRegularFile(file)
                    ? YamlReader.read("config/hub.yaml", Files.readAllBytes(file), new Problems())
                            .map(RouteComponents::of)
                            .orElseGet(RouteComponents::standard)
                    : standard();
        } catch (IOException e) {
            return standard();
        }
    }

    private static RouteComponents of(YamlNode hub) {
        Set<String> names = RouteVocabulary.schemes();
        if (hub instanceof YamlMap map
                && map.get("routes").orElse(null) instanceof YamlMap routes
                && routes.get("components").orElse(null) instanceof YamlList list) {
            for (YamlNode item : list.items()) {
                if (item instanceof YamlScalar scalar
                        && isName(scalar.written())
                        && whyNot(scalar.written()).isEmpty()) {
                    names.add(scalar.written());
                }
            }
        }
        return new RouteComponents(names);
    }

    /** Checks the block {@code routes:}. */
    static void check(Section routes) {
        for (YamlScalar scalar : routes.scalars("components")) {
            String name = scalar.written();
            Optional<String> why = whyNot(name);
            if (why.isPresent()) {
                routes.problems()
                        .error(
                                scalar.position(),
                                "The component \"" + name + "\" can never be allowed: " + why.get() + ".",
                                "Put code into a connector.");
            } else if (!isName(name)) {
                routes.problems()
                        .error(
                                scalar.position(),
                                scalar.shown() + " is not the name of a component.",
                                "Write the word before the colon of its URIs, such as jcache.");
            }
        }
        routes.finish();
    }

    private static boolean isName(String text) {
        return text.matches("[a-z][a-z0-9+-]*");
    }

    /** Whether routes may use the component of a scheme. */
    public boolean allow(String scheme) {
        return names.contains(scheme);
    }

    /** All of them. */
    public Set<String> names() {
        return new TreeSet<>(names);
    }

    /** Why a component can never be allowed; empty for one that can. */
    public static Optional<String> whyNot(String scheme) {
        return Optional.ofNullable(NEVER.get(scheme));
    }

    /** Why a component may not be used, and what to do: two sentences. */
    public Refusal refusal(String scheme) {
        Optional<String> why = whyNot(scheme);
        if (why.isPresent()) {
            return new Refusal(
                    "The component \"" + scheme + "\" is not allowed in a route: " + why.get() + ".",
                    RouteSafety.USE_STEPS);
        }
        return new Refusal(
                "The component \"" + scheme + "\" is not allowed or not known.",
                Suggestion.nearest(scheme, names)
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("One that is installed is allowed by routes: { components: [" + scheme
                                + "] } in config/hub.yaml."));
    }

    /**
     * A component that may not be used.
     *
     * @param message what is wrong
     * @param hint what to do
     */
    public record Refusal(String message, String hint) {}

    private static Map<String, String> never() {
        Map<String, String> never = new TreeMap<>();
        for (String scheme :
                Set.of("bean", "class", "language", "groovy", "script", "joor", "js", "python", "wasm", "flowable")) {
            never.put(scheme, RUNS);
        }
        for (String scheme : Set.of(
                "xslt",
                "xslt-saxon",
                "xquery",
                "xj",
                "velocity",
                "freemarker",
                "mvel",
                "jslt",
                "jsonata",
                "jte",
                "mustache",
                "string-template",
                "chunk",
                "thymeleaf")) {
            never.put(scheme, READS);
        }
        for (String scheme : Set.of(
                "controlbus",
                "dataset",
                "dataset-test",
                "stub",
                "vm",
                "ref",
                "dynamic-router",
                "dynamic-router-control",
                "browse",
                "dev-console",
                "jmx")) {
            never.put(scheme, INSIDE);
        }
        for (String scheme : Set.of(
                "exec",
                "docker",
                "ssh",
                "git",
                "kubernetes-pods",
                "kubernetes-deployments",
                "aws2-lambda",
                "aws2-ec2",
                "jt400",
                "spring-batch")) {
            never.put(scheme, MACHINE);
        }
        return Map.copyOf(never);
    }
}
