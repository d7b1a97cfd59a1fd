package io.serai.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what would let a route file run code: a route moves data and nothing else. Reads the file as text, before anything of
 * Camel sees it; the loader refuses the same things a second time while it resolves them.
 */
public final class RouteSafety {

    static final String USE_STEPS = "A route moves data; put meaning into config/ and code into a connector.";

    private static final Set<String> CODE_KEYS = Set.of(
            "bean",
            "beanType",
            "beans",
            "csimple",
            "datasonnet",
            "groovy",
            "hl7terser",
            "java",
            "javascript",
            "javaScript",
            "joor",
            "js",
            "method",
            "mvel",
            "ognl",
            "process",
            "python",
            "ref",
            "script",
            "spel",
            "wasm",
            "xquery");

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    /** Keys whose maps are free text of the admin or are checked as options. */
    private static final Set<String> OPTION_KEYS = Set.of("parameters");

    private static final Map<String, String> CODE_TEXT = Map.ofEntries(
            Map.entry("#class:", "creates a Java object"),
            Map.entry("#type:", "looks up a Java object"),
            Map.entry("#bean:", "looks up a Java object"),
            Map.entry("${bean:", "calls a Java object"),
            Map.entry("${type:", "reads a Java class"),
            Map.entry("${ref:", "looks up a Java object"),
            Map.entry("${function(", "calls a Java object"),
            Map.entry("${load(", "reads files outside the home"),
            Map.entry("${sys.", "reads the hub's own settings"),
            Map.entry("${sys:", "reads the hub's own settings"),
            Map.entry("${camelcontext", "reaches into Camel"),
            Map.entry("${exchange.", "reaches into Camel"),
            Map.entry("resource:", "loads an expression from elsewhere"),
            Map.entry("+language:", "runs a script"),
            Map.entry("language:", "runs a script"));

    /** Keys that name classes. */
    private static final Set<String> TYPE_KEYS = Set.of(
            "exception",
            "exceptionType",
            "resultType",
            "unmarshalType",
            "unmarshalTypeName",
            "collectionType",
            "collectionTypeName",
            "jsonView",
            "jsonViewTypeName");

    /** Steps whose expression is several addresses. */
    private static final Set<String> SEVERAL = Set.of("recipientList", "routingSlip");

    /** Steps that name a data format. */
    static final Set<String> FORMATTING = Set.of("marshal", "unmarshal");

    private final Problems problems;

    private final RouteComponents components;

    private RouteSafety(RouteComponents components, Problems problems) {
        this.components = components;
        this.problems = problems;
    }

    /**
     * Checks one route file.
     *
     * @param tree the file, placeholders as written
     * @param components what it may use
     * @param problems where refusals go, each an error with its place
     */
    public static void check(YamlNode tree, RouteComponents components, Problems problems) {
        new RouteSafety(components, problems).file(tree);
    }

    /** Keys that let a route run code, wherever they stand. */
    public static Set<String> refusedKeys() {
        return new TreeSet<>(CODE_KEYS);
    }

    /** Texts that let a value run code: those that end in a colon and begin with a letter at its start, others anywhere. */
    public static Set<String> refusedTexts() {
        return new TreeSet<>(CODE_TEXT.keySet());
    }

    /** Checks a single value that routes can use. */
    static void checkText(YamlScalar scalar, Problems problems) {
        new RouteSafety(RouteComponents.standard(), problems).text(scalar);
    }

    /** Whether a key of a step is one of which this speaks when it should not be there. */
    static boolean refuses(String step, String key) {
        return CODE_KEYS.contains(key)
                || FORMATTING.contains(step) && !RouteVocabulary.dataFormats().contains(key);
    }

    private void file(YamlNode tree) {
        if (tree instanceof YamlScalar scalar && scalar.isNull()) {
            return;
        }
        if (!(tree instanceof YamlList list)) {
            problems.error(
                    tree.position(),
                    "A route file is a list, and this is " + tree.shown() + ".",
                    "Start it with \"- route:\".");
            return;
        }
        Set<String> ids = new HashSet<>();
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlMap map) || map.entries().size() != 1) {
                problems.error(
                        item.position(), "Each entry of a route file is one map.", "Start it with \"- route:\".");
                continue;
            }
            YamlEntry entry = map.entries().get(0);
            if (!RouteVocabulary.topLevel().contains(entry.key())) {
                problems.error(
                        entry.keyPosition(), "\"" + entry.key() + "\" is not allowed in a route file.", topHint(entry));
                continue;
            }
            if (entry.key().equals("route")) {
                route(entry, ids);
            }
            walk(entry.value());
        }
    }

    private static String topHint(YamlEntry entry) {
        return switch (entry.key()) {
            case "beans" -> USE_STEPS;
            case "from" -> "Write \"- route:\" with an id and put \"from:\" into it.";
            default -> Suggestion.hint(entry.key(), RouteVocabulary.topLevel());
        };
    }

    private void route(YamlEntry entry, Set<String> ids) {
        if (!(entry.value() instanceof YamlMap route)) {
            problems.error(entry.keyPosition(), "The route is empty.", "Give it an id and from.");
            return;
        }
        Optional<YamlScalar> id = route.get("id")
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .filter(scalar -> !scalar.text().isBlank());
        if (id.isEmpty() && (route.get("id").isPresent() || route.meant("id").isEmpty())) {
            problems.error(entry.keyPosition(), "The route has no id.", "Add \"id:\"; runs are listed by it.");
        } else if (id.isPresent() && !ids.add(id.get().text())) {
            problems.error(id.get().position(), "The route id " + id.get().shown() + " stands in this file twice.", "");
        }
        if (route.meant("from").isEmpty()) {
            problems.error(entry.keyPosition(), "The route has no \"from:\".", "Say where its data comes from.");
        }
    }

    private void walk(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            text(scalar);
        } else if (node instanceof YamlList list) {
            list.items().forEach(this::walk);
        } else {
            ((YamlMap) node).entries().forEach(this::entry);
        }
    }

    private void entry(YamlEntry entry) {
        if (OPTION_KEYS.contains(entry.key())) {
            walk(entry.value());
            return;
        }
        if (CODE_KEYS.contains(entry.key())) {
            problems.error(entry.keyPosition(), "\"" + entry.key() + "\" is not allowed in a route.", USE_STEPS);
            return;
        }
        switch (entry.key()) {
            case "steps" -> {
                steps(entry.value());
                return;
            }
            case "uri", "deadLetterUri", "from", "to", "toD", "wireTap", "poll" -> {
                if (entry.value() instanceof YamlScalar scalar && !uri(scalar, scalar.written())) {
                    return;
                }
            }
            case "enrich", "pollEnrich", "recipientList", "routingSlip" -> address(entry);
            case "language" -> language(entry.value());
            case "marshal", "unmarshal" -> dataFormat(entry.value());
            case "convertBodyTo", "convertHeaderTo", "convertVariableTo" ->
                types(entry.value() instanceof YamlMap map ? map.get("type").orElse(entry.value()) : entry.value());
            default -> {
                if (TYPE_KEYS.contains(entry.key())) {
                    types(entry.value());
                }
            }
        }
        walk(entry.value());
    }

    /** Names of classes: plain values and Camel's own. */
    private void types(YamlNode node) {
        if (node instanceof YamlList list) {
            list.items().forEach(this::types);
        } else if (node instanceof YamlScalar scalar
                && !scalar.isNull()
                && !scalar.written().contains("{{")
                && !RouteVocabulary.allowsClass(scalar.written().strip())) {
            problems.error(
                    scalar.position(),
                    "The class " + scalar.shown() + " is not allowed in a route.",
                    Suggestion.nearest(scalar.written(), RouteVocabulary.classes())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse(
                                    "Use a plain value such as String, or an exception of java.lang, java.io, java.net or Camel."));
        }
    }

    private void steps(YamlNode node) {
        if (!(node instanceof YamlList list)) {
            problems.error(
                    node.position(),
                    "\"steps\" is a list, and this is " + node.shown() + ".",
                    "Start each step with a dash.");
            return;
        }
        Set<String> allowed = RouteVocabulary.steps();
        for (YamlNode item : list.items()) {
            for (YamlEntry step : item instanceof YamlMap map ? map.entries() : List.<YamlEntry>of()) {
                if (!allowed.contains(step.key()) && !CODE_KEYS.contains(step.key())) {
                    problems.error(
                            step.keyPosition(),
                            "The step \"" + step.key() + "\" is not allowed or not known.",
                            Suggestion.hint(step.key(), allowed));
                } else {
                    entry(step);
                }
            }
            if (item instanceof YamlScalar scalar) {
                text(scalar);
            }
        }
    }

    /** Whether it names a component that is allowed; if not, says so. */
    private boolean uri(YamlScalar scalar, String uri) {
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? uri.replaceFirst("[?].*", "") : uri.substring(0, colon);
        if (uri.startsWith("{{")) {
            problems.error(
                    scalar.position(),
                    "The component of " + scalar.shown() + " comes from a placeholder.",
                    "Write the part before the colon out, so that it can be checked.");
        } else if (scheme.contains("${") || scheme.contains("$simple{")) {
            problems.error(
                    scalar.position(),
                    "The component of " + scalar.shown() + " comes from the message.",
                    "Write the part before the colon out, so that a message cannot choose it.");
        } else if (!components.allow(scheme)) {
            RouteComponents.Refusal refusal = components.refusal(scheme);
            problems.error(scalar.position(), refusal.message(), refusal.hint());
        } else {
            return true;
        }
        return false;
    }

    /** A step that computes the address: from a text that is written out as far as it chooses the component. */
    private void address(YamlEntry step) {
        if (!(step.value() instanceof YamlMap map)) {
            return;
        }
        boolean several = SEVERAL.contains(step.key());
        YamlMap inside = map.get("expression").orElse(map) instanceof YamlMap inner ? inner : map;
        for (YamlEntry entry : inside.entries()) {
            if (entry.key().equals("simple") || entry.key().equals("constant")) {
                YamlNode value = entry.value() instanceof YamlMap written
                        ? written.get("expression").orElse(entry.value())
                        : entry.value();
                if (value instanceof YamlScalar scalar) {
                    address(step, several, scalar, map);
                }
            } else if (RouteVocabulary.languages().contains(entry.key())
                    || entry.key().equals("language")) {
                problems.error(
                        entry.keyPosition(),
                        "The address of \"" + step.key() + "\" comes from the message.",
                        "Write it with simple: or constant:, its component first, so that a message cannot choose it.");
            }
        }
    }

    private void address(YamlEntry step, boolean several, YamlScalar scalar, YamlMap map) {
        boolean whole = map.get("delimiter").orElse(null) instanceof YamlScalar delimiter
                && delimiter.written().equals("false");
        if (!several || whole) {
            uri(scalar, scalar.written().strip());
        } else if (scalar.written().contains("${") || map.entry("delimiter").isPresent()) {
            problems.error(
                    scalar.position(),
                    "The addresses of \"" + step.key() + "\" come from the message.",
                    "Write them out, or use choice: or toD: with the component written out.");
        } else {
            for (String one : scalar.written().split(",")) {
                uri(scalar, one.strip());
            }
        }
    }

    private void language(YamlNode node) {
        YamlNode name = node instanceof YamlMap map ? map.get("language").orElse(node) : node;
        if (!(name instanceof YamlScalar scalar) || !RouteVocabulary.languages().contains(scalar.text())) {
            problems.error(
                    name.position(),
                    "The language " + name.shown() + " is not allowed or not known.",
                    Suggestion.hint(name instanceof YamlScalar s ? s.text() : "", RouteVocabulary.languages()));
        }
    }

    private void dataFormat(YamlNode node) {
        List<YamlEntry> entries = node instanceof YamlMap map ? map.entries() : new ArrayList<>();
        Set<String> allowed = RouteVocabulary.dataFormats();
        for (YamlEntry format : entries) {
            boolean option = Set.of(
                            "id", "description", "note", "disabled", "allowNullBody", "variableSend", "variableReceive")
                    .contains(format.key());
            if (!option && !allowed.contains(format.key()) && !CODE_KEYS.contains(format.key())) {
                problems.error(
                        format.keyPosition(),
                        "The data format \"" + format.key() + "\" is not allowed or not known.",
                        Suggestion.hint(format.key(), allowed));
            }
        }
    }

    private void text(YamlScalar scalar) {
        String text = plain(scalar.written()).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        for (Map.Entry<String, String> code : CODE_TEXT.entrySet()) {
            boolean found = code.getKey().endsWith(":")
                            && !code.getKey().startsWith("#")
                            && !code.getKey().startsWith("$")
                            && !code.getKey().startsWith("+")
                    ? text.startsWith(code.getKey())
                    : text.contains(code.getKey());
            if (found) {
                problems.error(
                        scalar.position(),
                        "The value " + scalar.shown() + " " + code.getValue() + ", which is not allowed in a route.",
                        USE_STEPS);
                return;
            }
        }
    }

    /** Without percent escapes, behind which a URI can hide any text. */
    private static String plain(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }
}
