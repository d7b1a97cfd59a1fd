package io.serai.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * All traits of a person as one text: a JSON object whose keys are numbers of trait names, {@code {"3":"Ann","7":12,"8":400.0}}.
 *
 * <p>A number with a point or an exponent is a {@code Double}, any other a {@code Long}. JSON has no infinity: what is beyond the
 * largest double stands for it, as in SQLite.
 */
final class TraitText {

    private static final String INFINITE = "9.0e+999";

    private TraitText() {}

    /**
     * Writes traits in the order of their numbers.
     *
     * @param names gives numbers to names that are new
     */
    static String write(Map<String, Object> traits, Names names) throws SQLException {
        TreeMap<Long, Object> numbered = new TreeMap<>();
        for (var trait : traits.entrySet()) {
            numbered.put(names.id(trait.getKey()), trait.getValue());
        }
        return write(numbered);
    }

    /** Writes traits, all of whose names have one of these numbers; null when one has none. */
    static String write(Map<String, Object> traits, Map<String, Long> numbers) {
        TreeMap<Long, Object> numbered = new TreeMap<>();
        for (var trait : traits.entrySet()) {
            Long number = numbers.get(trait.getKey());
            if (number == null) {
                return null;
            }
            numbered.put(number, trait.getValue());
        }
        return write(numbered);
    }

    private static String write(TreeMap<Long, Object> numbered) {
        StringBuilder text = new StringBuilder(32 * numbered.size() + 2).append('{');
        for (var trait : numbered.entrySet()) {
            text.append(text.length() == 1 ? "\"" : ",\"")
                    .append(trait.getKey().longValue())
                    .append("\":");
            value(text, trait.getValue());
        }
        return text.append('}').toString();
    }

    private static void value(StringBuilder text, Object value) {
        if (value instanceof Double number && number.isInfinite()) {
            text.append(number > 0 ? "" : "-").append(INFINITE);
        } else if (value instanceof Double || value instanceof Long || value instanceof Integer) {
            text.append(value);
        } else if (value instanceof Boolean flag) {
            text.append(flag ? 1 : 0);
        } else {
            quoted(text, value.toString());
        }
    }

    private static void quoted(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    /** The value of one trait: {@code String}, {@code Long}, {@code Double}, or null when it is not there. */
    static Object value(String text, long trait) {
        TraitReader reader = new TraitReader(text);
        while (reader.next()) {
            if (reader.trait() == trait) {
                return reader.value();
            }
        }
        return null;
    }

    /** All traits by name, values as {@code String}, {@code Long} or {@code Double}. */
    static Map<String, Object> read(String text, Names names) {
        Map<String, Object> traits = new HashMap<>();
        TraitReader reader = new TraitReader(text);
        while (reader.next()) {
            traits.put(names.name(reader.trait()), reader.value());
        }
        return traits;
    }
}
