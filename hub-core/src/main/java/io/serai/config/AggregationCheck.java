package io.serai.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code aggregationStrategy:} names one of Camel's own strategies; others would be Java objects. */
final class AggregationCheck {

    private final Problems problems;

    AggregationCheck(Problems problems) {
        this.problems = problems;
    }

    void check(YamlNode node) {
        if (node instanceof YamlList list) {
            list.items().forEach(this::check);
        } else if (node instanceof YamlMap map) {
            for (YamlEntry entry : map.entries()) {
                if (entry.key().equals("aggregationStrategy") && entry.value() instanceof YamlScalar name) {
                    strategy(name);
                } else if (entry.key().equals("aggregate")) {
                    aggregate(entry);
                }
                check(entry.value());
            }
        }
    }

    private void strategy(YamlScalar name) {
        String text = name.written().strip();
        boolean refusedAsCode = text.matches("(?i).*#(class|type|bean):.*");
        if (!refusedAsCode && !RouteVocabulary.aggregationStrategies().contains(text.replaceFirst("^#", ""))) {
            problems.error(
                    name.position(),
                    "The aggregation strategy " + name.shown() + " is not allowed or not known.",
                    hint(text.replaceFirst("^#", "")));
        }
    }

    private void aggregate(YamlEntry entry) {
        if (entry.value() instanceof YamlMap map
                && map.get("aggregationStrategy").isEmpty()) {
            problems.error(
                    entry.keyPosition(),
                    "The step \"aggregate\" has no aggregationStrategy.",
                    "Write \"aggregationStrategy: GroupedBodyAggregationStrategy\" to get a list of the bodies.");
        }
    }

    /** Whoever writes half of a long name means the whole of it. */
    private static String hint(String text) {
        Map<String, String> byShortName = new TreeMap<>();
        RouteVocabulary.aggregationStrategies().forEach(name -> byShortName.put(shortened(name), name));
        String meant = byShortName.get(shortened(text));
        return meant != null
                ? "Did you mean \"" + meant + "\"?"
                : Suggestion.hint(text, RouteVocabulary.aggregationStrategies());
    }

    private static String shortened(String name) {
        return name.replaceFirst("^.*\\.", "")
                .replaceFirst("(Aggregation)?(Strategy)?$", "")
                .toLowerCase(Locale.ROOT);
    }
}
