package io.serai.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that let a value run code or reach out, wherever it stands in a route. */
final class RefusedTexts {

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

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

    private final Problems problems;

    RefusedTexts(Problems problems) {
        this.problems = problems;
    }

    /** Those that end in a colon and begin with a letter are refused at the start of a value, others anywhere in it. */
    static Set<String> all() {
        return CODE_TEXT.keySet();
    }

    void check(YamlScalar scalar) {
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
                        RouteSafety.USE_STEPS);
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
