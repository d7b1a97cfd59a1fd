package io.serai.config;

import io.serai.config.catalog.CamelCatalog;
import io.serai.config.catalog.Definition;
import io.serai.config.catalog.Definition.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of a route file: every key is one of its step, every value has the type that Camel gives it. What is not allowed is
 * {@link RouteSafety}'s to say, and is passed over here.
 */
final class StepCheck {

    private static final String MODEL = "org.apache.camel.model.";
    private static final Map<String, String> TOP = Map.of(
            "route", MODEL + "RouteDefinition",
            "routeConfiguration", MODEL + "RouteConfigurationDefinition",
            "onException", MODEL + "OnExceptionDefinition",
            "errorHandler", MODEL + "ErrorHandlerDefinition");

    /** Steps whose expression has a default. */
    private static final Set<String> WITHOUT_EXPRESSION = Set.of("sort", "expression", "loop");

    private static final Set<String> PREDICATES =
            Set.of("when", "filter", "validate", "onWhen", "handled", "continued", "retryWhile", "completionPredicate");

    private static final Set<String> DURATIONS = Set.of(
            "timeout",
            "completionTimeout",
            "completionInterval",
            "completionTimeoutCheckerInterval",
            "samplePeriod",
            "redeliveryDelay",
            "maximumRedeliveryDelay");

    private final CamelCatalog catalog;
    private final Problems problems;
    private final ComponentCheck components;
    private boolean stepsBeside;

    StepCheck(CamelCatalog catalog, ComponentCheck components, Problems problems) {
        this.catalog = catalog;
        this.components = components;
        this.problems = problems;
    }

    /** A whole route file. */
    void check(YamlNode tree) {
        for (YamlNode item : tree instanceof YamlList list ? list.items() : List.<YamlNode>of()) {
            if (item instanceof YamlMap map && map.entries().size() == 1) {
                YamlEntry entry = map.entries().get(0);
                String definition = TOP.get(entry.key());
                if (definition != null && entry.value() instanceof YamlMap inner) {
                    stepsBeside = inner.entry("steps").isPresent();
                    value(entry, catalog.definition(definition), false);
                }
            }
        }
    }

    private void value(YamlEntry entry, Definition definition, boolean predicate) {
        YamlNode node = entry.value();
        if (node instanceof YamlMap map) {
            map(entry, map, definition, predicate);
        } else if (node instanceof YamlScalar scalar && scalar.isNull()) {
            if (definition.holdsExpression() && !WITHOUT_EXPRESSION.contains(entry.key())
                    || !definition.required().isEmpty()) {
                problems.error(
                        entry.keyPosition(), "\"" + entry.key() + "\" is empty.", needs(entry.key(), definition));
            }
        } else if (node instanceof YamlList || !definition.text()) {
            problems.error(
                    node.position(),
                    "\"" + entry.key() + "\" must be a map, not " + node.shown() + ".",
                    needs(entry.key(), definition));
        } else {
            scalar(entry, (YamlScalar) node, predicate);
        }
    }

    private void scalar(YamlEntry entry, YamlScalar scalar, boolean predicate) {
        if (entry.key().equals("simple")) {
            simple(scalar, predicate);
        } else if (ComponentCheck.STEPS.contains(entry.key())) {
            RouteFile.endpoint(entry.key(), scalar).ifPresent(components::check);
        }
    }

    private void map(YamlEntry entry, YamlMap map, Definition definition, boolean predicate) {
        boolean known = true;
        for (YamlEntry inner : map.entries()) {
            Key key = definition.keys().get(inner.key());
            if (key != null) {
                installed(entry.key(), inner, definition);
                boolean asks = PREDICATES.contains(entry.key())
                        || predicate && inner.key().equals("expression");
                key(entry, inner, key, asks || predicate && entry.key().equals("simple"));
            } else if (!RouteSafety.refuses(entry.key(), inner.key()) && !isMissingStart(entry, inner, map)) {
                known = false;
                problems.error(
                        inner.keyPosition(),
                        "\"" + inner.key() + "\" is not a key of \"" + entry.key() + "\".",
                        unknown(entry, inner.key(), definition));
            }
        }
        if (known) {
            missing(entry, map, definition);
        }
        twice(entry, map, definition);
        if (definition.keys().containsKey("uri") && definition.keys().containsKey("parameters")) {
            optionsTwice(map);
            RouteFile.endpoint(entry.key(), map).ifPresent(components::check);
        }
    }

    private void optionsTwice(YamlMap map) {
        boolean parameters = map.get("parameters").orElse(null) instanceof YamlMap written
                && !written.entries().isEmpty();
        if (parameters && map.get("uri").orElse(null) instanceof YamlScalar uri) {
            int query = uri.written().indexOf('?');
            if (query >= 0) {
                problems.error(
                        uri.at(query),
                        "Options stand in the URI and in \"parameters:\".",
                        "Write all of them into \"parameters:\".");
            }
        }
    }

    private void installed(String outer, YamlEntry inner, Definition definition) {
        boolean format = RouteSafety.FORMATTING.contains(outer)
                && RouteVocabulary.dataFormats().contains(inner.key())
                && !catalog.hasDataFormat(library(inner));
        boolean language = definition.holdsExpression()
                && definition.choices().stream().anyMatch(choice -> choice.contains(inner.key()))
                && RouteVocabulary.languages().contains(inner.key())
                && !catalog.hasLanguage(inner.key());
        if (format || language) {
            String library = format ? library(inner) : inner.key();
            problems.error(
                    inner.keyPosition(),
                    "The " + (format ? "data format" : "language") + " \"" + library
                            + "\" is allowed, and it is not installed.",
                    Installing.hint(library));
        }
    }

    /** Camel's name of the data format: JSON is read by one of several libraries. */
    private static String library(YamlEntry format) {
        if (!format.key().equals("json")) {
            return format.key();
        }
        YamlNode library =
                format.value() instanceof YamlMap map ? map.get("library").orElse(null) : null;
        String name = library instanceof YamlScalar scalar && !scalar.isNull() ? scalar.written() : "jackson";
        return name.contains("{{") ? "jackson" : name.toLowerCase(Locale.ROOT);
    }

    private String unknown(YamlEntry entry, String written, Definition definition) {
        if (entry.key().equals("route") && written.equals("steps")) {
            return "Put \"steps:\" into \"from:\".";
        }
        List<String> names = new ArrayList<>(definition.keys().keySet());
        names.removeIf(name -> RouteSafety.refuses(entry.key(), name));
        String meant = camel(written);
        if (names.contains(meant)) {
            return "Did you mean \"" + meant + "\"?";
        }
        return names.stream()
                .filter(name ->
                        definition.keys().get(name).definition().stream().anyMatch(inner -> belongs(inner, written)))
                .findFirst()
                .map(name -> "Put it into \"" + name + ":\".")
                .orElseGet(() -> Suggestion.hint(written, names));
    }

    private boolean belongs(String definition, String key) {
        return !definition.equals(CamelCatalog.STEP)
                && catalog.definition(definition).keys().containsKey(key);
    }

    /** Steps of a route without {@code from:}, of which {@link RouteSafety} speaks. */
    private static boolean isMissingStart(YamlEntry entry, YamlEntry inner, YamlMap map) {
        return entry.key().equals("route")
                && inner.key().equals("steps")
                && map.entry("from").isEmpty();
    }

    /** {@code dead-letter-uri} is meant as {@code deadLetterUri}. */
    private static String camel(String written) {
        StringBuilder name = new StringBuilder();
        for (String part : written.split("-")) {
            name.append(name.length() == 0 ? part : Sentence.capital(part));
        }
        return name.toString();
    }

    private void missing(YamlEntry entry, YamlMap map, Definition definition) {
        for (String required : definition.required()) {
            if (map.entry(required).isEmpty() && !isSaid(entry, required)) {
                problems.error(
                        entry.keyPosition(),
                        "\"" + entry.key() + "\" has no \"" + required + "\".",
                        "Add " + required + ":.");
            }
        }
        boolean needs = definition.holdsExpression() && !WITHOUT_EXPRESSION.contains(entry.key());
        if (needs
                && definition.choices().stream()
                        .noneMatch(choice -> map.entries().stream().anyMatch(e -> choice.contains(e.key())))) {
            problems.error(
                    entry.keyPosition(),
                    "\"" + entry.key() + "\" has no expression.",
                    "Add one such as simple: \"${body}\".");
        }
    }

    /** Others speak of a route without from, and of aggregating without a strategy; steps beside from are said there. */
    private boolean isSaid(YamlEntry entry, String required) {
        return entry.key().equals("route")
                || required.equals("aggregationStrategy")
                || entry.key().equals("from") && required.equals("steps") && stepsBeside;
    }

    private void twice(YamlEntry entry, YamlMap map, Definition definition) {
        for (Set<String> choice : definition.choices()) {
            List<YamlEntry> chosen = map.entries().stream()
                    .filter(inner ->
                            choice.contains(inner.key()) && !inner.key().equals("id"))
                    .toList();
            if (chosen.size() > 1) {
                problems.error(
                        chosen.get(1).keyPosition(),
                        "\"" + entry.key() + "\" has \"" + chosen.get(0).key() + "\" and \""
                                + chosen.get(1).key() + "\".",
                        "Take one away.");
            }
        }
    }

    private void key(YamlEntry outer, YamlEntry inner, Key key, boolean predicate) {
        if (key.definition().isPresent()) {
            Definition definition = catalog.definition(key.definition().get());
            if (key.list()) {
                items(inner, key, definition);
            } else {
                value(inner, definition, predicate || PREDICATES.contains(inner.key()));
            }
        } else if (inner.value() instanceof YamlScalar scalar) {
            if (outer.key().equals("simple") && inner.key().equals("expression")) {
                simple(scalar, predicate);
            } else if (inner.key().equals("deadLetterUri")) {
                RouteFile.endpoint(inner.key(), scalar).ifPresent(components::check);
            } else {
                typed(inner, scalar, key);
            }
        } else if (!key.type().equals("object")
                && !key.list()
                && !key.type().isEmpty()
                && !key.type().equals("array")) {
            problems.error(
                    inner.value().position(),
                    "\"" + inner.key() + "\" must be a single value, not "
                            + inner.value().shown() + ".",
                    "");
        }
    }

    private void items(YamlEntry entry, Key key, Definition definition) {
        if (!(entry.value() instanceof YamlList list)) {
            boolean said = definition.name().equals(CamelCatalog.STEP)
                    || entry.value() instanceof YamlScalar scalar && scalar.isNull();
            if (!said) {
                problems.error(
                        entry.value().position(),
                        "\"" + entry.key() + "\" is a list, and this is "
                                + entry.value().shown() + ".",
                        "Start each with a dash.");
            }
            return;
        }
        for (YamlNode item : list.items()) {
            if (definition.name().equals(CamelCatalog.STEP)) {
                step(item, definition);
            } else if (key.wrapped()
                    && item instanceof YamlMap map
                    && map.entries().size() == 1) {
                value(map.entries().get(0), definition, false);
            } else {
                value(new YamlEntry(entry.key(), item.position(), item), definition, false);
            }
        }
    }

    private void step(YamlNode item, Definition steps) {
        if (!(item instanceof YamlMap map)) {
            problems.error(
                    item.position(),
                    "A step is a map, and this is " + item.shown() + ".",
                    "Write its name with a colon and its keys after it, such as stop: {}.");
            return;
        }
        if (map.entries().size() > 1) {
            YamlEntry second = map.entries().get(1);
            problems.error(
                    second.keyPosition(),
                    "\"" + second.key() + "\" stands beside the step \""
                            + map.entries().get(0).key() + "\".",
                    "Each step starts with a dash; what belongs to a step is indented further.");
            return;
        }
        YamlEntry entry = map.entries().get(0);
        Key key = steps.keys().get(entry.key());
        if (key != null && RouteVocabulary.steps().contains(entry.key())) {
            value(entry, catalog.definition(key.definition().orElse("")), false);
        }
    }

    private void simple(YamlScalar scalar, boolean predicate) {
        if (!scalar.written().contains("{{")) {
            SimpleText.mistake(scalar.written(), predicate, catalog.simpleFunctions())
                    .ifPresent(wrong -> problems.error(scalar.at(wrong.index()), wrong.message(), wrong.hint()));
        }
    }

    private void typed(YamlEntry entry, YamlScalar scalar, Key key) {
        String text = scalar.written().strip();
        if (scalar.isNull() || text.contains("{{") || text.contains("${") || text.startsWith("#")) {
            return;
        }
        boolean duration = key.type().equals("string") && DURATIONS.contains(entry.key());
        Optional<String> wrong = key.choices().isEmpty()
                ? OptionText.mistake(duration ? "duration" : key.type(), text)
                : Optional.empty();
        if (!key.choices().isEmpty() && !OptionText.isOneOf(text, key.choices())) {
            problems.error(
                    scalar.position(),
                    "\"" + entry.key() + "\" cannot be " + scalar.shown() + ".",
                    Suggestion.hint(text, key.choices()));
        }
        wrong.ifPresent(wanted -> problems.error(
                scalar.position(), "\"" + entry.key() + "\" must be " + wanted + ", not " + scalar.shown() + ".", ""));
    }

    private static String needs(String key, Definition definition) {
        if (!definition.required().isEmpty()) {
            return "Give it " + String.join(" and ", definition.required()) + ".";
        }
        return definition.holdsExpression()
                ? "Give it an expression such as simple: \"${body}\"."
                : "Write its keys below it, indented.";
    }
}
