package io.serai.config;

import io.serai.record.TimeFormat;
import io.serai.record.ValueRule;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads the rules of a mapping's fields: {@code email: email}, or {@code LTV: { from: lifetime_value, round: 0 }}. */
final class ValueRules {

    private final Reading reading;

    ValueRules(Reading reading) {
        this.reading = reading;
    }

    Map<String, ValueRule> read(Section fields) {
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        for (YamlEntry entry : fields.entries()) {
            if (entry.key().isBlank()) {
                reading.problems().error(entry.keyPosition(), "A field has no name.");
            } else {
                rule(fields, entry).ifPresent(rule -> rules.put(entry.key(), rule));
            }
        }
        return rules;
    }

    /** Where the path of a rule stands. */
    static Position place(YamlNode rule) {
        return rule instanceof YamlMap map ? map.get("from").orElse(map).position() : rule.position();
    }

    /** The same text for the same meaning, however it is written. */
    static String meaning(Map<String, ValueRule> rules) {
        Map<String, String> sorted = new TreeMap<>();
        rules.forEach((name, rule) -> {
            Map<String, Object> map = new TreeMap<>();
            rule.map().forEach((key, value) -> map.put(key.toLowerCase(Locale.ROOT), value));
            sorted.put(
                    name,
                    String.join(
                            " ",
                            rule.from().toString(),
                            rule.value().toString(),
                            map.toString(),
                            rule.otherwise().toString(),
                            rule.format().toString(),
                            rule.zone().toString(),
                            rule.round().toString()));
        });
        return sorted.toString();
    }

    private Optional<ValueRule> rule(Section fields, YamlEntry entry) {
        if (!(entry.value() instanceof YamlMap)) {
            return fields.text(entry.key()).map(ValueRule::path);
        }
        Section rule = Section.of(entry.value(), "the field \"" + entry.key() + "\"", reading.problems());
        Optional<String> from = rule.text("from");
        Optional<Object> value = rule.scalars("value").stream().findFirst().map(YamlScalar::value);
        Map<String, Object> map = rule.section("map").map(this::map).orElse(Map.of());
        Optional<Object> otherwise =
                rule.scalars("default").stream().findFirst().map(YamlScalar::value);
        Optional<ZoneId> zone = Reading.zone(rule, "zone");
        Optional<String> format = rule.text("format").filter(pattern -> isFormat(rule, pattern));
        OptionalInt round = rule.whole("round", 0, 15).map(OptionalInt::of).orElse(OptionalInt.empty());
        rule.finish();
        contradictions(rule, entry);
        return from.isEmpty() && value.isEmpty()
                ? Optional.empty()
                : Optional.of(new ValueRule(from, value, map, otherwise, format, zone, round));
    }

    private void contradictions(Section rule, YamlEntry entry) {
        Problems problems = reading.problems();
        if (rule.has("from") && rule.has("value")) {
            problems.error(
                    rule.at("value"),
                    "A field has \"from\" or \"value\", not both.",
                    "Use default: for what is missing.");
        }
        if (rule.has("round") && (rule.has("format") || rule.has("zone"))) {
            problems.error(
                    rule.at("round"), "A field is a time or a number, not both.", "Take round: or format: away.");
        }
        if (!rule.has("from") && !rule.has("value") && !isMisspelt(entry)) {
            problems.error(
                    entry.keyPosition(),
                    "The field \"" + entry.key() + "\" has no \"from\".",
                    "Add from: with a path, or value:.");
        }
    }

    private static boolean isMisspelt(YamlEntry entry) {
        return ((YamlMap) entry.value())
                .entries().stream().anyMatch(key -> Suggestion.nearest(key.key(), java.util.List.of("from", "value"))
                        .isPresent());
    }

    private Map<String, Object> map(Section map) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (YamlEntry entry : map.entries()) {
            map.scalars(entry.key()).stream().findFirst().ifPresent(scalar -> values.put(entry.key(), scalar.value()));
        }
        return values;
    }

    private boolean isFormat(Section rule, String pattern) {
        try {
            new TimeFormat(Optional.of(pattern), reading.zone());
            return true;
        } catch (IllegalArgumentException e) {
            reading.problems().error(rule.at("format"), e.getMessage() + ".", "Write one such as dd/MM/yyyy HH:mm.");
            return false;
        }
    }
}
