package io.serai.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /** Keys whose maps are free text of the admin or are checked as options. */
    private static final Set<String> OPTION_KEYS = Set.of("parameters");

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

    /** Steps that name a data format. */
    static final Set<String> FORMATTING = Set.of("marshal", "unmarshal");

    private final Problems problems;
    private final RefusedTexts texts;
    private final RouteNames names;
    private final RouteAddresses addresses;

    private RouteSafety(RouteComponents components, Problems problems) {
        this.problems = problems;
        this.texts = new RefusedTexts(problems);
        this.names = new RouteNames(problems);
        this.addresses = new RouteAddresses(components, problems);
    }

    /**
     * Checks one route file.
     *
     * @param tree the file, placeholders as written
     * @param components what it may use
     * @param problems where refusals go, each an error with its place
     */
    public static void check(YamlNode tree, RouteComponents components, Problems problems) {
        RouteSafety safety = new RouteSafety(components, problems);
        new RouteHeads(problems).check(tree).forEach(safety::walk);
    }

    /** Keys that let a route run code, wherever they stand. */
    public static Set<String> refusedKeys() {
        return new TreeSet<>(CODE_KEYS);
    }

    /** Texts that let a value run code: those that end in a colon and begin with a letter at its start, others anywhere. */
    public static Set<String> refusedTexts() {
        return new TreeSet<>(RefusedTexts.all());
    }

    /** Checks a single value that routes can use. */
    static void checkText(YamlScalar scalar, Problems problems) {
        new RefusedTexts(problems).check(scalar);
    }

    /** Whether a key of a step is one of which this speaks when it should not be there. */
    static boolean refuses(String step, String key) {
        return CODE_KEYS.contains(key)
                || FORMATTING.contains(step) && !RouteVocabulary.dataFormats().contains(key);
    }

    static boolean isCode(String key) {
        return CODE_KEYS.contains(key);
    }

    private void walk(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            texts.check(scalar);
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
                if (entry.value() instanceof YamlScalar scalar && !addresses.uri(scalar, scalar.written())) {
                    return;
                }
            }
            case "enrich", "pollEnrich", "recipientList", "routingSlip" -> addresses.computed(entry);
            case "language" -> names.language(entry.value());
            case "marshal", "unmarshal" -> names.dataFormat(entry.value());
            case "convertBodyTo", "convertHeaderTo", "convertVariableTo" ->
                names.classes(
                        entry.value() instanceof YamlMap map ? map.get("type").orElse(entry.value()) : entry.value());
            default -> {
                if (TYPE_KEYS.contains(entry.key())) {
                    names.classes(entry.value());
                }
            }
        }
        walk(entry.value());
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
                texts.check(scalar);
            }
        }
    }
}
