package io.serai.config;

import io.serai.config.catalog.CamelCatalog;
import io.serai.config.catalog.Definition;
import io.serai.config.catalog.Definition.Key;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form of a route file: every key is one of its step, every value has the type that Camel gives it. What is not allowed is
 * {@link RouteSafety}'s to say, and is passed over here.
 */
final class StepCheck {

    private static final String MODEL = "org.apache.camel.model.";
    private static final Map<String, String> TOP = Map.of(
            "route", MODEL + "RouteDefinition",
            "routeConfiguration", MODEL + "RouteConfigurationDefinition",
            "onException", MODEL + "OnExceptionDefinition",
            "errorHandler", MODEL + "ErrorHandlerDefinition");

    private static final Set<String> PREDICATES =
            Set.of("when", "filter", "validate", "onWhen", "handled", "continued", "retryWhile", "completionPredicate");

    private final CamelCatalog catalog;
    private final Problems problems;
    private final ComponentCheck components;
    private final StepKeys keys;
    private final StepValues values;
    private boolean stepsBeside;

    StepCheck(CamelCatalog catalog, ComponentCheck components, Problems problems) {
        this.catalog = catalog;
        this.components = components;
        this.problems = problems;
        this.keys = new StepKeys(catalog, problems);
        this.values = new StepValues(catalog, problems);
    }

    /** A whole route file. */
    void check(YamlNode tree) {
        for (YamlNode item : tree instanceof YamlList list ? list.items() : List.<YamlNode>of()) {
            if (item instanceof YamlMap map && map.entries().size() == 1) {
                YamlEntry entry = map.entries().get(0);
                String definition = TOP.get(entry.key());
                if (definition != null && entry.value() instanceof YamlMap inner) {
                    stepsBeside = inner.entry("steps").isPresent();
                    value(entry, catalog.definition(definition), false);
                }
            }
        }
    }

    private void value(YamlEntry entry, Definition definition, boolean predicate) {
        YamlNode node = entry.value();
        if (node instanceof YamlMap map) {
            map(entry, map, definition, predicate);
        } else if (node instanceof YamlScalar scalar && scalar.isNull()) {
            if (StepKeys.needsExpression(entry.key(), definition)
                    || !definition.required().isEmpty()) {
                problems.error(
                        entry.keyPosition(),
                        "\"" + entry.key() + "\" is empty.",
                        StepKeys.needs(entry.key(), definition));
            }
        } else if (node instanceof YamlList || !definition.text()) {
            problems.error(
                    node.position(),
                    "\"" + entry.key() + "\" must be a map, not " + node.shown() + ".",
                    StepKeys.needs(entry.key(), definition));
        } else {
            scalar(entry, (YamlScalar) node, predicate);
        }
    }

    private void scalar(YamlEntry entry, YamlScalar scalar, boolean predicate) {
        if (entry.key().equals("simple")) {
            values.simple(scalar, predicate);
        } else if (ComponentCheck.STEPS.contains(entry.key())) {
            RouteFile.endpoint(entry.key(), scalar).ifPresent(components::check);
        }
    }

    private void map(YamlEntry entry, YamlMap map, Definition definition, boolean predicate) {
        boolean known = true;
        for (YamlEntry inner : map.entries()) {
            Key key = definition.keys().get(inner.key());
            if (key != null) {
                values.installed(entry.key(), inner, definition);
                boolean asks = PREDICATES.contains(entry.key())
                        || predicate && inner.key().equals("expression");
                key(entry, inner, key, asks || predicate && entry.key().equals("simple"));
            } else if (!RouteSafety.refuses(entry.key(), inner.key()) && !StepKeys.isMissingStart(entry, inner, map)) {
                known = false;
                problems.error(
                        inner.keyPosition(),
                        "\"" + inner.key() + "\" is not a key of \"" + entry.key() + "\".",
                        keys.unknown(entry, inner.key(), definition));
            }
        }
        if (known) {
            keys.missing(entry, map, definition, stepsBeside);
        }
        keys.twice(entry, map, definition);
        if (definition.keys().containsKey("uri") && definition.keys().containsKey("parameters")) {
            keys.optionsTwice(map);
            RouteFile.endpoint(entry.key(), map).ifPresent(components::check);
        }
    }

    private void key(YamlEntry outer, YamlEntry inner, Key key, boolean predicate) {
        if (key.definition().isPresent()) {
            Definition definition = catalog.definition(key.definition().get());
            if (key.list()) {
                items(inner, key, definition);
            } else {
                value(inner, definition, predicate || PREDICATES.contains(inner.key()));
            }
        } else if (inner.value() instanceof YamlScalar scalar) {
            if (outer.key().equals("simple") && inner.key().equals("expression")) {
                values.simple(scalar, predicate);
            } else if (inner.key().equals("deadLetterUri")) {
                RouteFile.endpoint(inner.key(), scalar).ifPresent(components::check);
            } else {
                values.typed(inner, scalar, key);
            }
        } else if (!key.type().equals("object")
                && !key.list()
                && !key.type().isEmpty()
                && !key.type().equals("array")) {
            problems.error(
                    inner.value().position(),
                    "\"" + inner.key() + "\" must be a single value, not "
                            + inner.value().shown() + ".",
                    "");
        }
    }

    private void items(YamlEntry entry, Key key, Definition definition) {
        if (!(entry.value() instanceof YamlList list)) {
            boolean said = definition.name().equals(CamelCatalog.STEP)
                    || entry.value() instanceof YamlScalar scalar && scalar.isNull();
            if (!said) {
                problems.error(
                        entry.value().position(),
                        "\"" + entry.key() + "\" is a list, and this is "
                                + entry.value().shown() + ".",
                        "Start each with a dash.");
            }
            return;
        }
        for (YamlNode item : list.items()) {
            if (definition.name().equals(CamelCatalog.STEP)) {
                step(item, definition);
            } else if (key.wrapped()
                    && item instanceof YamlMap map
                    && map.entries().size() == 1) {
                value(map.entries().get(0), definition, false);
            } else {
                value(new YamlEntry(entry.key(), item.position(), item), definition, false);
            }
        }
    }

    private void step(YamlNode item, Definition steps) {
        if (!(item instanceof YamlMap map)) {
            problems.error(
                    item.position(),
                    "A step is a map, and this is " + item.shown() + ".",
                    "Write its name with a colon and its keys after it, such as stop: {}.");
            return;
        }
        if (map.entries().size() > 1) {
            YamlEntry second = map.entries().get(1);
            problems.error(
                    second.keyPosition(),
                    "\"" + second.key() + "\" stands beside the step \""
                            + map.entries().get(0).key() + "\".",
                    "Each step starts with a dash; what belongs to a step is indented further.");
            return;
        }
        YamlEntry entry = map.entries().get(0);
        Key key = steps.keys().get(entry.key());
        if (key != null && RouteVocabulary.steps().contains(entry.key())) {
            value(entry, catalog.definition(key.definition().orElse("")), false);
        }
    }
}
