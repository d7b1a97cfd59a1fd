package io.serai.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The outermost of a route file: a list of routes, each with an id and a start. */
final class RouteHeads {

    private final Problems problems;

    RouteHeads(Problems problems) {
        this.problems = problems;
    }

    /** Says what is wrong there, and gives what stands inside of what is right. */
    List<YamlNode> check(YamlNode tree) {
        if (tree instanceof YamlScalar scalar && scalar.isNull()) {
            return List.of();
        }
        if (!(tree instanceof YamlList list)) {
            problems.error(
                    tree.position(),
                    "A route file is a list, and this is " + tree.shown() + ".",
                    "Start it with \"- route:\".");
            return List.of();
        }
        Set<String> ids = new HashSet<>();
        List<YamlNode> inside = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlMap map) || map.entries().size() != 1) {
                problems.error(
                        item.position(), "Each entry of a route file is one map.", "Start it with \"- route:\".");
                continue;
            }
            YamlEntry entry = map.entries().get(0);
            if (!RouteVocabulary.topLevel().contains(entry.key())) {
                problems.error(
                        entry.keyPosition(), "\"" + entry.key() + "\" is not allowed in a route file.", topHint(entry));
                continue;
            }
            if (entry.key().equals("route")) {
                route(entry, ids);
            }
            inside.add(entry.value());
        }
        return inside;
    }

    private static String topHint(YamlEntry entry) {
        return switch (entry.key()) {
            case "beans" -> RouteSafety.USE_STEPS;
            case "from" -> "Write \"- route:\" with an id and put \"from:\" into it.";
            default -> Suggestion.hint(entry.key(), RouteVocabulary.topLevel());
        };
    }

    private void route(YamlEntry entry, Set<String> ids) {
        if (!(entry.value() instanceof YamlMap route)) {
            problems.error(entry.keyPosition(), "The route is empty.", "Give it an id and from.");
            return;
        }
        Optional<YamlScalar> id = route.get("id")
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .filter(scalar -> !scalar.text().isBlank());
        if (id.isEmpty() && (route.get("id").isPresent() || route.meant("id").isEmpty())) {
            problems.error(entry.keyPosition(), "The route has no id.", "Add \"id:\"; runs are listed by it.");
        } else if (id.isPresent() && !ids.add(id.get().text())) {
            problems.error(id.get().position(), "The route id " + id.get().shown() + " stands in this file twice.", "");
        }
        if (route.meant("from").isEmpty()) {
            problems.error(entry.keyPosition(), "The route has no \"from:\".", "Say where its data comes from.");
        }
    }
}
