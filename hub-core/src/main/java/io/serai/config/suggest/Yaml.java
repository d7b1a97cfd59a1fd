package io.serai.config.suggest;

import java.util.Set;

/** Pieces of YAML that people may read. */
final class Yaml {

    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private Yaml() {}

    /** Text, quoted only where it would be read as something else. */
    static String text(String text) {
        boolean plain = text.matches("[\\p{L}_][\\p{L}\\p{N}_./-]*( [\\p{L}\\p{N}_.-]+)*")
                && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain ? text : quoted(text);
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** Text that fits in a comment: of one line. */
    static String comment(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
