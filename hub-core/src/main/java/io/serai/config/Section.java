package io.serai.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A map of a file, read key by key. Each accessor reports a value of the wrong shape at its place and answers empty; one mistake
 * is reported once. {@link #finish()} reports the keys that nobody asked for. Not thread-safe.
 */
public final class Section {

    private final YamlMap map;
    private final String what;
    private final Problems problems;
    private final boolean present;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(YamlMap map, String what, Problems problems, boolean present) {
        this.map = map;
        this.what = what;
        this.problems = problems;
        this.present = present;
    }

    /**
     * Opens a map.
     *
     * @param node what should be a map; anything else is reported, and the section is then empty and silent
     * @param what the section's name in messages, such as {@code a segment}
     * @param problems where mistakes go
     */
    public static Section of(YamlNode node, String what, Problems problems) {
        if (node instanceof YamlMap map) {
            return new Section(map, what, problems, true);
        }
        boolean nothing = node instanceof YamlScalar scalar && scalar.isNull();
        String message = nothing
                ? "Here is nothing where " + what + " is expected."
                : what + " must be a map, not " + node.shown() + ".";
        problems.error(node.position(), Sentence.capital(message), "Write keys and values.");
        return new Section(new YamlMap(node.position(), List.of()), what, problems, false);
    }

    /** Where its mistakes go. */
    Problems problems() {
        return problems;
    }

    /** Where the map starts. */
    public Position position() {
        return map.position();
    }

    /** Where the value of a key starts; the section's own place when there is none. */
    public Position at(String key) {
        return map.get(key).map(YamlNode::position).orElse(map.position());
    }

    /** Where a character of the value of a key stands, when that can be told; else where the value starts. */
    Position at(String key, int index) {
        return map.get(key).orElse(null) instanceof YamlScalar scalar ? scalar.at(index) : at(key);
    }

    /** Whether the key is written. */
    public boolean has(String key) {
        return map.entry(key).isPresent();
    }

    /** Whether the key, or a misspelling of it, is written. */
    boolean means(String key) {
        return map.meant(key).isPresent();
    }

    /** Every entry, whatever its key: none is unknown then. */
    public List<YamlEntry> entries() {
        map.entries().forEach(entry -> known.add(entry.key()));
        return map.entries();
    }

    /** Reports each of the keys that is not written. */
    public Section require(String... keys) {
        for (String key : keys) {
            known.add(key);
            if (present && !has(key)) {
                boolean misspelt = map.entries().stream().anyMatch(entry -> isMeant(key, entry.key()));
                if (!misspelt) {
                    problems.error(
                            map.position(), Sentence.capital(what) + " has no \"" + key + "\".", "Add " + key + ":.");
                }
            }
        }
        return this;
    }

    /** The value of a key, of any shape; empty also when nothing follows the colon, which is reported. */
    public Optional<YamlNode> node(String key) {
        known.add(key);
        Optional<YamlNode> value = map.get(key);
        if (value.isPresent() && value.get() instanceof YamlScalar scalar && scalar.isNull()) {
            problems.error(scalar.position(), "\"" + key + "\" has no value.", "Give it one or take the line away.");
            return Optional.empty();
        }
        return value;
    }

    /** A map under a key. */
    public Optional<Section> section(String key) {
        return node(key).map(value -> of(value, "\"" + key + "\"", problems)).filter(section -> section.present);
    }

    /** Text; a number counts as the text it is written with. */
    public Optional<String> text(String key) {
        return scalar(key).flatMap(scalar -> text(scalar, key));
    }

    /** One text or a list of texts. */
    public List<String> texts(String key) {
        return scalars(key).stream()
                .flatMap(scalar -> text(scalar, key).stream())
                .toList();
    }

    /** One scalar or a list of scalars, with their places. */
    public List<YamlScalar> scalars(String key) {
        Optional<YamlNode> value = node(key);
        if (value.isPresent() && value.get() instanceof YamlList list) {
            return list.items().stream()
                    .flatMap(item -> scalar(item, "each value of \"" + key + "\"").stream())
                    .toList();
        }
        return value.flatMap(node -> scalar(node, "\"" + key + "\"")).stream().toList();
    }

    /** The values of a list; a single value counts as a list of one. */
    public List<YamlNode> items(String key) {
        return node(key)
                .map(value -> value instanceof YamlList list ? list.items() : List.of(value))
                .orElse(List.of());
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String key) {
        return typed(key, "true or false", text -> switch (text) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A whole number within bounds, both included. */
    public Optional<Integer> whole(String key, int least, int most) {
        String wanted = most == Integer.MAX_VALUE
                ? "a whole number of " + least + " or more"
                : "a whole number from " + least + " to " + most;
        return typed(key, wanted, text -> decimal(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::intValue));
    }

    /** A number. */
    public Optional<BigDecimal> number(String key) {
        return typed(key, "a number", Section::decimal);
    }

    /** A duration with a unit. */
    public Optional<Duration> duration(String key) {
        return typed(key, "a duration with a unit, such as 15m or 90d", DurationText::parse);
    }

    /** A percentage as a fraction: {@code 5%} is 0.05. */
    public Optional<Double> fraction(String key) {
        return typed(
                key,
                "a percentage from 0% to 100%",
                text -> text.endsWith("%")
                        ? decimal(text.substring(0, text.length() - 1).strip())
                                .map(percent -> percent.movePointLeft(2).doubleValue())
                                .filter(part -> part >= 0 && part <= 1)
                        : Optional.empty());
    }

    /** One of a few words. */
    public <T> Optional<T> choice(String key, Map<String, T> words) {
        return scalar(key).flatMap(scalar -> {
            T chosen = words.get(scalar.text());
            if (chosen == null) {
                problems.error(
                        scalar.position(),
                        "\"" + key + "\" cannot be " + scalar.shown() + ".",
                        Suggestion.hint(scalar.written(), words.keySet()));
            }
            return Optional.ofNullable(chosen);
        });
    }

    /** Any other reading of a scalar; {@code wanted} completes "must be …". */
    public <T> Optional<T> typed(String key, String wanted, Function<String, Optional<T>> parse) {
        return scalar(key).flatMap(scalar -> {
            Optional<T> parsed = parse.apply(scalar.text());
            if (parsed.isEmpty()) {
                problems.error(
                        scalar.position(), "\"" + key + "\" must be " + wanted + ", not " + scalar.shown() + ".");
            }
            return parsed;
        });
    }

    /** Whether there is a key that no accessor asked for yet. */
    boolean hasUnknown() {
        return map.entries().stream().anyMatch(entry -> !known.contains(entry.key()));
    }

    /** Reports every key that no accessor asked for. */
    public void finish() {
        for (YamlEntry entry : map.entries()) {
            if (!known.contains(entry.key())) {
                problems.error(
                        entry.keyPosition(),
                        "\"" + entry.key() + "\" is not a key of " + what + ".",
                        Suggestion.hint(entry.key(), known));
            }
        }
    }

    private Optional<YamlScalar> scalar(String key) {
        return node(key).flatMap(value -> scalar(value, "\"" + key + "\""));
    }

    private Optional<YamlScalar> scalar(YamlNode value, String name) {
        if (value instanceof YamlScalar scalar && !scalar.isNull()) {
            return Optional.of(scalar);
        }
        problems.error(
                value.position(), Sentence.capital(name) + " must be a single value, not " + value.shown() + ".");
        return Optional.empty();
    }

    private Optional<String> text(YamlScalar scalar, String key) {
        if (scalar.kind() == YamlScalar.Kind.BOOLEAN) {
            problems.error(
                    scalar.position(),
                    "\"" + key + "\" must be text, not " + scalar.written() + ".",
                    "Quote it when it is meant as text.");
            return Optional.empty();
        }
        if (scalar.text().isBlank()) {
            problems.error(scalar.position(), "\"" + key + "\" is blank.");
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    /** A missing key whose misspelling stands beside it is one mistake: the unknown key's message says it. */
    private boolean isMeant(String key, String written) {
        return !key.equals(written) && Suggestion.nearest(written, List.of(key)).isPresent();
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
