package io.serai.config;

import io.serai.config.catalog.CamelCatalog;
import io.serai.config.catalog.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The keys of a step: none that it does not have, none missing, none that exclude each other. */
final class StepKeys {

    /** Steps whose expression has a default. */
    private static final Set<String> WITHOUT_EXPRESSION = Set.of("sort", "expression", "loop");

    private final CamelCatalog catalog;
    private final Problems problems;

    StepKeys(CamelCatalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    static boolean needsExpression(String step, Definition definition) {
        return definition.holdsExpression() && !WITHOUT_EXPRESSION.contains(step);
    }

    String unknown(YamlEntry entry, String written, Definition definition) {
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
    static boolean isMissingStart(YamlEntry entry, YamlEntry inner, YamlMap map) {
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

    void missing(YamlEntry entry, YamlMap map, Definition definition, boolean stepsBeside) {
        for (String required : definition.required()) {
            if (map.entry(required).isEmpty() && !isSaid(entry, required, stepsBeside)) {
                problems.error(
                        entry.keyPosition(),
                        "\"" + entry.key() + "\" has no \"" + required + "\".",
                        "Add " + required + ":.");
            }
        }
        if (needsExpression(entry.key(), definition)
                && definition.choices().stream()
                        .noneMatch(choice -> map.entries().stream().anyMatch(e -> choice.contains(e.key())))) {
            problems.error(
                    entry.keyPosition(),
                    "\"" + entry.key() + "\" has no expression.",
                    "Add one such as simple: \"${body}\".");
        }
    }

    /** Others speak of a route without from, and of aggregating without a strategy; steps beside from are said there. */
    private boolean isSaid(YamlEntry entry, String required, boolean stepsBeside) {
        return entry.key().equals("route")
                || required.equals("aggregationStrategy")
                || entry.key().equals("from") && required.equals("steps") && stepsBeside;
    }

    void twice(YamlEntry entry, YamlMap map, Definition definition) {
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

    void optionsTwice(YamlMap map) {
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

    static String needs(String key, Definition definition) {
        if (!definition.required().isEmpty()) {
            return "Give it " + String.join(" and ", definition.required()) + ".";
        }
        return definition.holdsExpression()
                ? "Give it an expression such as simple: \"${body}\"."
                : "Write its keys below it, indented.";
    }
}
