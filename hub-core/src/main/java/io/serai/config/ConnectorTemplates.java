package io.serai.config;

import io.serai.connector.Inventory;
import io.serai.connector.JsonPath;
import io.serai.connector.RequestTemplate;
import io.serai.connector.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads templates of a {@code connector.yaml} and reports placeholders that nothing will ever fill. */
final class ConnectorTemplates {

    static final Set<String> SETTINGS = Set.of();
    static final Set<String> ANSWER = Set.of("message");
    static final Set<String> MISSING = Set.of("missing");
    static final Set<String> PAGE = Set.of("since", "token", "page", "offset");
    static final Set<String> ROW = Set.of("id", "index", "match", "remote_id", "fields", "other_fields", "tag");
    static final Set<String> BATCH =
            Set.of("id", "index", "match", "remote_id", "fields", "other_fields", "tag", "rows");

    private static final Set<String> PERSONAL = Set.of("match", "fields", "other_fields");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final Set<String> settings;
    private final Set<String> secrets;
    private final Problems problems;

    ConnectorTemplates(Set<String> settings, Set<String> secrets, Problems problems) {
        this.settings = settings;
        this.secrets = secrets;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    /** A template that can name settings and what is known at that place. */
    Template of(YamlNode node, Set<String> known) {
        Template template = Template.of(PlainValue.of(node));
        for (String name : template.placeholders()) {
            String root = name.replaceFirst("\\..*", "");
            boolean setting = root.equals("settings");
            boolean fine = setting ? settings.contains(name.substring(name.indexOf('.') + 1)) : known.contains(root);
            if (!fine) {
                Set<String> all = new TreeSet<>(known);
                settings.forEach(it -> all.add("settings." + it));
                problems.error(
                        node.position(),
                        "The placeholder \"{" + name + "}\" has no meaning here.",
                        Suggestion.hint(name, all));
            }
        }
        return template;
    }

    Optional<Template> optional(Section section, String key, Set<String> known) {
        return section.node(key).map(node -> of(node, known));
    }

    Map<String, Template> map(Section section, String key, Set<String> known) {
        Map<String, Template> templates = new LinkedHashMap<>();
        section.section(key).ifPresent(inside -> inside.entries()
                .forEach(entry -> templates.put(entry.key(), of(entry.value(), known))));
        return templates;
    }

    /** A request for what there is, where the names are in its answer, and what is said of one that is missing. */
    Optional<Inventory> inventory(Section parent, String key) {
        return parent.section(key).flatMap(section -> {
            section.require("names", "say");
            Optional<RequestTemplate> request = request(section, SETTINGS);
            Optional<String> names = section.text("names");
            Optional<Template> say = optional(section, "say", MISSING);
            section.finish();
            return request.isEmpty() || names.isEmpty() || say.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Inventory(request.get(), JsonPath.of(names.get()), say.get()));
        });
    }

    /** The keys of a request: its method with the path, query, headers and body. */
    Optional<RequestTemplate> request(Section section, Set<String> known) {
        Optional<String> method = METHODS.stream().filter(section::has).findFirst();
        METHODS.forEach(section::node);
        if (method.isEmpty()) {
            problems.error(
                    section.position(),
                    "Here is no request.",
                    "Write one of get, post, put, patch or delete with a path.");
            return Optional.empty();
        }
        RequestTemplate request = new RequestTemplate(
                method.get().toUpperCase(java.util.Locale.ROOT),
                optional(section, method.get(), known).orElse(Template.of("")),
                map(section, "query", known),
                map(section, "headers", known),
                optional(section, "body", known));
        for (String name : request.inUrl()) {
            boolean secret = name.startsWith("settings.") && secrets.contains(name.substring("settings.".length()));
            if (secret || PERSONAL.contains(name.replaceFirst("\\..*", ""))) {
                problems.error(
                        section.at(method.get()),
                        "The placeholder \"{" + name + "}\" puts " + (secret ? "a secret" : "personal data")
                                + " into an address, where logs keep it.",
                        secret ? "Send it in a header." : "Send it in the body, or name the object by {remote_id}.");
            }
        }
        return Optional.of(request);
    }
}
