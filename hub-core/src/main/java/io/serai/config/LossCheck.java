package io.serai.config;

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

    /** Error handlers of a file that swallow what failed. */
    void handlers(YamlNode node) {
        if (node instanceof YamlList list) {
            list.items().forEach(this::handlers);
        } else if (node instanceof YamlMap map) {
            for (YamlEntry entry : map.entries()) {
                if ((entry.key().equals("onException") || entry.key().equals("doCatch"))) {
                    YamlNode value = entry.value();
                    (value instanceof YamlList several ? several.items() : java.util.List.of(value))
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
