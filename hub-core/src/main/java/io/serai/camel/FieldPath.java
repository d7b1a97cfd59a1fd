package io.serai.camel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What stands after {@code body} in Simple's {@code ${body.address[0].city}}: reads fields of maps, elements of lists, and a few
 * harmless questions about texts. Nothing else can be called.
 */
final class FieldPath {

    private record Step(String name, boolean question, String argument) {}

    private static final String ALLOWED =
            "size, length, isEmpty, contains, containsKey, startsWith, endsWith, toLowerCase,"
                    + " toUpperCase, trim and toString";

    private final String text;
    private final List<Step> steps = new ArrayList<>();

    private FieldPath(String text) {
        this.text = text;
    }

    static FieldPath parse(String text) {
        FieldPath path = new FieldPath(text);
        int at = 0;
        while (at < text.length()) {
            at = path.step(at);
        }
        return path;
    }

    private int step(int start) {
        int at = start;
        while (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '?')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '[') {
            int end = text.indexOf(']', at);
            if (end < 0) {
                throw new RefusedException("The path \"" + text + "\" lacks a \"]\".");
            }
            steps.add(new Step(unquoted(text.substring(at + 1, end)), false, null));
            return end + 1;
        }
        int end = at;
        while (end < text.length() && ".?[(".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == at) {
            throw new RefusedException("The path \"" + text + "\" ends too early.");
        }
        String name = text.substring(at, end);
        if (end == text.length() || text.charAt(end) != '(') {
            steps.add(new Step(name, false, null));
            return end;
        }
        int close = text.indexOf(')', end);
        if (close < 0) {
            throw new RefusedException("The path \"" + text + "\" lacks a \")\".");
        }
        steps.add(new Step(name, true, unquoted(text.substring(end + 1, close))));
        return close + 1;
    }

    private static String unquoted(String key) {
        String stripped = key.strip();
        boolean quoted = stripped.length() > 1
                && (stripped.charAt(0) == '\'' || stripped.charAt(0) == '"')
                && stripped.charAt(stripped.length() - 1) == stripped.charAt(0);
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    /** The value at the path; null where a step finds nothing. */
    Object of(Object root) {
        Object value = root;
        for (Step step : steps) {
            if (value == null) {
                return null;
            }
            value = step.question() ? answer(value, step) : child(value, step);
        }
        return value;
    }

    private Object child(Object value, Step step) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey(step.name()) || !step.name().equals("size") ? map.get(step.name()) : map.size();
        }
        if (value instanceof List<?> list) {
            if (step.name().equals("size")) {
                return list.size();
            }
            int index = index(step.name(), list.size());
            return index >= 0 && index < list.size() ? list.get(index) : null;
        }
        if (value instanceof CharSequence && step.name().equals("length")) {
            return value.toString().length();
        }
        throw new RefusedException("The path \"" + text + "\" asks for \"" + step.name() + "\" of a "
                + value.getClass().getSimpleName()
                + "; only maps and lists have parts. Convert the body first, such as with"
                + " \"unmarshal: json\".");
    }

    private int index(String name, int size) {
        try {
            return name.startsWith("last")
                    ? size
                            - 1
                            - (name.length() > 5
                                    ? Integer.parseInt(name.substring(5).strip())
                                    : 0)
                    : Integer.parseInt(name);
        } catch (NumberFormatException e) {
            throw new RefusedException("The path \"" + text + "\" asks a list for \"" + name
                    + "\"; write a position such as [0], or split the list first.");
        }
    }

    private Object answer(Object value, Step step) {
        String word = String.valueOf(value);
        boolean many = value instanceof Collection || value instanceof Map;
        return switch (step.name()) {
            case "toString" -> word;
            case "size", "length" -> many ? size(value) : (Object) word.length();
            case "isEmpty" -> many ? size(value) == 0 : (Object) word.isEmpty();
            case "contains" ->
                value instanceof Collection<?> all
                        ? all.contains(step.argument())
                        : (Object) word.contains(step.argument());
            case "containsKey" -> value instanceof Map<?, ?> map && map.containsKey(step.argument());
            case "startsWith" -> word.startsWith(step.argument());
            case "endsWith" -> word.endsWith(step.argument());
            case "toLowerCase" -> word.toLowerCase(Locale.ROOT);
            case "toUpperCase" -> word.toUpperCase(Locale.ROOT);
            case "trim", "strip" -> word.strip();
            default ->
                throw new RefusedException("The path \"" + text + "\" calls \"" + step.name()
                        + "\", which is not allowed in a route. Allowed are " + ALLOWED + ".");
        };
    }

    private static int size(Object value) {
        return value instanceof Collection<?> all ? all.size() : ((Map<?, ?>) value).size();
    }
}
