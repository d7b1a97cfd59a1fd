package io.serai.record;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The first half of a {@link ValueRule}: read, look up, fall back. Immutable. */
final class ValueReader {

    private final Function<Map<String, Object>, Object> source;
    private final Map<String, Object> map;
    private final Optional<Object> otherwise;

    /**
     * @param rule the rule
     * @param paths how a path becomes a look into the object
     */
    ValueReader(ValueRule rule, Function<String, Function<Map<String, Object>, Object>> paths) {
        Object constant = rule.value().orElse(null);
        this.source = rule.from().map(paths).orElse(fields -> constant);
        this.map = new HashMap<>();
        rule.map().forEach((key, value) -> map.put(key.toLowerCase(Locale.ROOT), value));
        this.otherwise = rule.otherwise();
    }

    static Function<Map<String, Object>, Object> path(String text) {
        return new FieldPath(text)::read;
    }

    /** The value, tidied; null when nothing was found. */
    Object read(Map<String, Object> fields) {
        Object found = tidy(source.apply(fields));
        if (found != null && !map.isEmpty()) {
            Object mapped = map.get(found.toString().toLowerCase(Locale.ROOT));
            found = mapped == null ? map.get("*") : mapped;
        }
        return found == null ? otherwise.orElse(null) : found;
    }

    /** Text without white space around it, integers as {@code Long}; what says nothing is null. */
    private static Object tidy(Object value) {
        if (value instanceof String text) {
            return strip(text);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float single) {
            return single.doubleValue();
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Map<?, ?> nested) {
            return nested.isEmpty() ? null : Payload.json(nested);
        }
        return value;
    }

    private static Object list(List<?> list) {
        boolean nested = list.stream().anyMatch(item -> item instanceof Map || item instanceof List);
        if (nested) {
            return Payload.json(list);
        }
        List<Object> items = list.stream()
                .map(ValueReader::tidy)
                .filter(item -> item != null)
                .toList();
        return items.isEmpty() ? null : items;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : text.substring(start, end);
    }

    /** White space as people see it: with no-break spaces and zero-width marks. */
    private static boolean isSpace(char c) {
        return c <= ' '
                || c >= '\u0080'
                        && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B');
    }
}
