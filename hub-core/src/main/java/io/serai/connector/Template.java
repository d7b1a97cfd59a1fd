package io.serai.connector;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text, or a tree of lists and maps of it, with holes: {@code {settings.store}}. A text that is one hole and nothing else
 * keeps the type of what goes in; in any other text it becomes text. Where nothing can go in, the whole text is left out of
 * the list or map that it stands in, and so is a list or map that had content and lost all of it. There are no expressions.
 * A brace followed by a space is a brace, which is how GraphQL gets through.
 */
public final class Template {

    private static final Pattern HOLE = Pattern.compile("\\{([a-z_]+(?:\\.[A-Za-z0-9_]+)*)}");

    private final Object tree;

    private Template(Object tree) {
        this.tree = tree;
    }

    /** A template of text, lists, maps and plain values. */
    public static Template of(Object tree) {
        return new Template(tree);
    }

    /** The names of its holes. */
    public Set<String> placeholders() {
        Set<String> names = new TreeSet<>();
        gather(tree, names);
        return names;
    }

    /** The part of a map that has that name; null when there is none. */
    Template part(String name) {
        return tree instanceof Map<?, ?> map && map.get(name) != null ? new Template(map.get(name)) : null;
    }

    /** The names of its parts, when it is a map. */
    List<String> parts() {
        return tree instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The template with its holes filled; null when nothing is left of it. */
    Object fill(Scope scope) {
        return fill(tree, scope);
    }

    /** The same as text; null when something is missing. */
    String text(Scope scope) {
        Object filled = fill(scope);
        return filled == null ? null : print(filled);
    }

    /** The same as text, with everything that goes into its holes changed first: percent-encoded, say. */
    String text(Scope scope, UnaryOperator<String> change) {
        return tree instanceof String text ? join(text, scope, change) : text(scope);
    }

    private static Object fill(Object node, Scope scope) {
        if (node instanceof String text) {
            return fillText(text, scope);
        }
        if (node instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.stream()
                    .map(item -> fill(item, scope))
                    .filter(Objects::nonNull)
                    .forEach(filled::add);
            return filled.isEmpty() && !list.isEmpty() ? null : filled;
        }
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                Object inside = fill(value, scope);
                if (inside != null) {
                    filled.put(print(fillText(String.valueOf(key), scope)), inside);
                }
            });
            return filled.isEmpty() && !map.isEmpty() ? null : filled;
        }
        return node;
    }

    private static Object fillText(String text, Scope scope) {
        Matcher whole = HOLE.matcher(text);
        return whole.matches() ? scope.find(whole.group(1)) : join(text, scope, UnaryOperator.identity());
    }

    private static String join(String text, Scope scope, UnaryOperator<String> change) {
        Matcher hole = HOLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (hole.find()) {
            Object value = scope.find(hole.group(1));
            if (value == null) {
                return null;
            }
            hole.appendReplacement(filled, Matcher.quoteReplacement(change.apply(print(value))));
        }
        return hole.appendTail(filled).toString();
    }

    private static String print(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof Map || value instanceof List ? Json.write(value) : String.valueOf(value);
    }

    private static void gather(Object node, Set<String> names) {
        if (node instanceof String text) {
            Matcher hole = HOLE.matcher(text);
            while (hole.find()) {
                names.add(hole.group(1));
            }
        } else if (node instanceof List<?> list) {
            list.forEach(item -> gather(item, names));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                gather(String.valueOf(key), names);
                gather(value, names);
            });
        }
    }

    @Override
    public String toString() {
        return String.valueOf(tree);
    }
}
