package io.serai.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code kamelets/NAME.kamelet.yaml}: its properties and its template, without Camel. */
public final class KameletFile {

    private static final Map<String, String> TYPES =
            Map.of("string", "string", "integer", "integer", "number", "number", "boolean", "boolean");

    private final Problems problems;

    private KameletFile(Problems problems) {
        this.problems = problems;
    }

    /** The Kamelet in a file of that name; empty when it has no template that could be checked. What is wrong is said. */
    public static Optional<Kamelet> read(String name, YamlNode root, Problems problems) {
        return new KameletFile(problems).kamelet(name, root);
    }

    private Optional<Kamelet> kamelet(String name, YamlNode root) {
        Section file = Section.of(root, "a kamelet", problems).require("kind", "spec");
        file.choice("kind", Map.of("Kamelet", "Kamelet"));
        file.node("apiVersion")
                .filter(version ->
                        !(version instanceof YamlScalar text && text.text().startsWith("camel.apache.org/v1")))
                .ifPresent(version -> problems.error(
                        version.position(),
                        "The apiVersion " + version.shown() + " is not Camel's.",
                        "Write \"camel.apache.org/v1\"."));
        if (!file.has("apiVersion")) {
            problems.error(
                    file.position(), "The kamelet has no apiVersion.", "Write \"apiVersion: camel.apache.org/v1\".");
        }
        file.section("metadata").ifPresent(metadata -> named(name, metadata));
        Optional<Section> spec = file.section("spec");
        file.finish();
        if (spec.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Kamelet.Property> properties =
                spec.get().section("definition").map(this::properties).orElse(Map.of());
        Optional<YamlNode> template = spec.get().require("template").node("template");
        spec.get().node("dependencies");
        spec.get().node("types");
        spec.get().node("dataTypes");
        spec.get().finish();
        return template.flatMap(node -> route(name, node)).map(route -> new Kamelet(name, properties, route));
    }

    private void named(String name, Section metadata) {
        metadata.entries().stream()
                .filter(entry -> entry.key().equals("name"))
                .filter(entry -> !(entry.value() instanceof YamlScalar text
                        && text.text().equals(name)))
                .forEach(entry -> problems.error(
                        entry.value().position(),
                        "The kamelet is named " + entry.value().shown() + ", and its file \"" + name + "\".",
                        "A file's name is its id: give both one name."));
    }

    private Map<String, Kamelet.Property> properties(Section definition) {
        for (String word : List.of("title", "description", "type")) {
            definition.text(word);
        }
        List<YamlScalar> required = definition.scalars("required");
        Map<String, Kamelet.Property> properties = new LinkedHashMap<>();
        definition.section("properties").ifPresent(block -> block.entries().forEach(entry -> {
            boolean needed = required.stream().anyMatch(one -> one.text().equals(entry.key()));
            properties.put(entry.key(), property(Section.of(entry.value(), "a property", problems), needed));
        }));
        definition.finish();
        for (YamlScalar one : required) {
            if (!properties.containsKey(one.text())) {
                problems.error(
                        one.position(),
                        one.shown() + " is required and not among the properties.",
                        Suggestion.hint(one.text(), properties.keySet()));
            }
        }
        return properties;
    }

    private static Kamelet.Property property(Section property, boolean required) {
        for (String word : List.of("title", "description", "format", "pattern", "example")) {
            property.node(word);
        }
        for (String word : List.of("minimum", "maximum", "minLength", "maxLength", "x-descriptors")) {
            property.node(word);
        }
        Optional<String> type = property.choice("type", TYPES);
        List<String> choices =
                property.scalars("enum").stream().map(YamlScalar::text).toList();
        boolean usual = property.has("default");
        if (usual) {
            property.node("default");
        }
        property.finish();
        return new Kamelet.Property(required && !usual, type, choices);
    }

    /** The template as a route file would have it. */
    private Optional<YamlNode> route(String name, YamlNode template) {
        if (!(template instanceof YamlMap map)) {
            problems.error(template.position(), "The template is " + template.shown() + ".", "Give it \"from:\".");
            return Optional.empty();
        }
        List<YamlEntry> entries = new ArrayList<>();
        for (YamlEntry entry : map.entries()) {
            if (entry.key().equals("route") && entry.value() instanceof YamlMap route) {
                entries.addAll(route.entries());
            } else if (Set.of("from", "route").contains(entry.key())) {
                entries.add(entry);
            } else {
                problems.error(
                        entry.keyPosition(),
                        "\"" + entry.key() + "\" is not allowed in a template.",
                        entry.key().equals("beans")
                                ? RouteSafety.USE_STEPS
                                : Suggestion.hint(entry.key(), new TreeSet<>(Set.of("from", "route"))));
            }
        }
        entries.removeIf(entry -> entry.key().equals("id"));
        entries.add(new YamlEntry("id", map.position(), scalar(map.position(), Kamelet.FOLDER + "/" + name)));
        YamlMap route = new YamlMap(
                map.position(), List.of(new YamlEntry("route", map.position(), new YamlMap(map.position(), entries))));
        return Optional.of(new YamlList(map.position(), List.of(route)));
    }

    private static YamlScalar scalar(Position position, String text) {
        return new YamlScalar(position, YamlScalar.Kind.TEXT, text, text);
    }
}
