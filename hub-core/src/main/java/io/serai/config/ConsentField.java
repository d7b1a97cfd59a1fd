package io.serai.config;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A field {@code consent.CHANNEL} must end at granted, denied or unknown. */
final class ConsentField {

    static final Set<String> WORDS = Set.of("granted", "denied", "unknown");

    private ConsentField() {}

    static void check(YamlEntry field, Problems problems) {
        if (field.value() instanceof YamlMap rule) {
            List<YamlNode> mapped = rule.get("map").stream()
                    .flatMap(map -> map instanceof YamlMap words
                            ? words.entries().stream().map(YamlEntry::value)
                            : Stream.empty())
                    .toList();
            Stream.of(mapped.stream(), rule.get("default").stream(), rule.get("value").stream())
                    .flatMap(nodes -> nodes)
                    .filter(node ->
                            node instanceof YamlScalar scalar && !scalar.isNull() && !WORDS.contains(scalar.text()))
                    .forEach(node -> problems.error(
                            node.position(),
                            "A consent is granted, denied or unknown, not " + node.shown() + ".",
                            Suggestion.nearest(((YamlScalar) node).text(), WORDS)
                                    .map(word -> "Did you mean \"" + word + "\"?")
                                    .orElse("")));
        }
    }
}
