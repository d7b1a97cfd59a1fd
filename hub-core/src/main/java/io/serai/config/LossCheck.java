package io.serai.config;

import java.util.List;

/** Steps that end a page's journey before its records are stored: the checkpoint moves on and what they hold can be lost. */
final class LossCheck {

    private static final String WHY = "The checkpoint moves on before they are stored.";

    private final Problems problems;

    LossCheck(Problems problems) {
        this.problems = problems;
    }

    void check(RouteOutline route) {
        for (RouteEndpoint step : route.steps()) {
            if (step.step().equals("wireTap")) {
                problems.warning(
                        step.position(),
                        "\"wireTap\" hands records on without waiting for them.",
                        WHY + " Use to: or multicast:.");
            } else if (step.scheme().equals("seda")) {
                problems.warning(
                        step.position(),
                        "\"seda\" keeps records in memory without waiting for them.",
                        WHY + " Use direct:.");
            }
        }
    }

    /** Steps of a file that gather records of several messages: the first message is done before the last one came. */
    void gatherers(YamlNode tree) {
        for (YamlNode item : tree instanceof YamlList list ? list.items() : List.<YamlNode>of()) {
            if (names(item, "hub:ingest/") || names(item, "hub:pull/") || names(item, "hub:identity")) {
                gatherer(item);
            }
        }
    }

    /** Such steps in a part of a file, whatever it ends at. */
    void gatherer(YamlNode node) {
        if (node instanceof YamlList list) {
            list.items().forEach(this::gatherer);
        } else if (node instanceof YamlMap map) {
            for (YamlEntry entry : map.entries()) {
                if (entry.key().equals("aggregate") || entry.key().equals("resequence")) {
                    problems.warning(
                            entry.keyPosition(),
                            "\"" + entry.key() + "\" keeps records in memory until a group of them is complete.",
                            WHY + " To gather what one message brings, use split: with an aggregationStrategy.");
                }
                gatherer(entry.value());
            }
        }
    }

    private static boolean names(YamlNode node, String endpoint) {
        if (node instanceof YamlList list) {
            return list.items().stream().anyMatch(item -> names(item, endpoint));
        }
        return node instanceof YamlMap map
                ? map.entries().stream().anyMatch(entry -> names(entry.value(), endpoint))
                : ((YamlScalar) node).written().startsWith(endpoint);
    }

    /** Error handlers of a file that swallow what failed. */
    void handlers(YamlNode node) {
        if (node instanceof YamlList list) {
            list.items().forEach(this::handlers);
        } else if (node instanceof YamlMap map) {
            for (YamlEntry entry : map.entries()) {
                if ((entry.key().equals("onException") || entry.key().equals("doCatch"))) {
                    YamlNode value = entry.value();
                    (value instanceof YamlList several ? several.items() : List.of(value))
                            .forEach(one -> handler(entry, one));
                }
                handlers(entry.value());
            }
        }
    }

    private void handler(YamlEntry entry, YamlNode handler) {
        if (!(handler instanceof YamlMap map)) {
            return;
        }
        boolean continues = map.get("continued").filter(LossCheck::isTrue).isPresent();
        boolean swallows = continues
                || entry.key().equals("doCatch")
                        && map.get("handled").filter(node -> !isTrue(node)).isEmpty()
                || map.get("handled").filter(LossCheck::isTrue).isPresent();
        if (swallows && (continues || !keeps(map))) {
            YamlEntry place =
                    map.entry("handled").or(() -> map.entry("continued")).orElse(entry);
            problems.warning(
                    place.keyPosition(),
                    "A failure ends here, and its records go nowhere.",
                    WHY + " Send them to a dead letter endpoint, or take handled: away.");
        }
    }

    private static boolean keeps(YamlNode node) {
        if (node instanceof YamlList list) {
            return list.items().stream().anyMatch(LossCheck::keeps);
        }
        return node instanceof YamlMap map
                && map.entries().stream().anyMatch(entry -> isDestination(entry.key()) || keeps(entry.value()));
    }

    private static boolean isDestination(String key) {
        return key.equals("to") || key.equals("toD") || key.equals("throwException") || key.equals("rollback");
    }

    /** {@code handled: true} or {@code handled: { constant: true }}, and everything that is decided later. */
    private static boolean isTrue(YamlNode node) {
        if (node instanceof YamlMap map) {
            return map.entries().stream().map(YamlEntry::value).anyMatch(LossCheck::isTrue);
        }
        return node instanceof YamlScalar scalar && !scalar.text().equals("false");
    }
}
