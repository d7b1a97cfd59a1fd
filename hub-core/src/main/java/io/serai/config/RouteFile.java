package io.serai.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code routes/*.camel.yaml} without Camel: the routes with an id, and every endpoint in them at any depth. What is
 * wrong with a route's shape is not said here.
 */
final class RouteFile {

    private static final Set<String> ENDPOINT_STEPS = Set.of("to", "toD", "wireTap", "poll", "deadLetterUri");

    private RouteFile() {}

    static List<RouteOutline> read(YamlNode tree) {
        List<RouteOutline> routes = new ArrayList<>();
        if (tree instanceof YamlList list) {
            for (YamlNode item : list.items()) {
                if (item instanceof YamlMap map && map.get("route").orElse(null) instanceof YamlMap route) {
                    route(route).ifPresent(routes::add);
                }
            }
        }
        return routes;
    }

    private static Optional<RouteOutline> route(YamlMap route) {
        Optional<YamlScalar> id =
                scalar(route, "id").filter(name -> !name.text().isBlank());
        Optional<YamlNode> from = route.get("from");
        List<RouteEndpoint> starts = new ArrayList<>();
        from.filter(node -> node instanceof YamlScalar
                        || node instanceof YamlMap map && map.entry("uri").isPresent())
                .ifPresent(node -> endpoint("from", node).ifPresent(starts::add));
        if (id.isEmpty() || starts.isEmpty()) {
            return Optional.empty();
        }
        List<RouteEndpoint> steps = new ArrayList<>();
        if (from.get() instanceof YamlMap map) {
            map.get("steps").ifPresent(inner -> walk("steps", inner, steps));
        }
        route.entries().stream()
                .filter(entry -> !entry.key().equals("from"))
                .forEach(entry -> walk(entry.key(), entry.value(), steps));
        return Optional.of(new RouteOutline(
                id.get().text(), route.position().file(), id.get().position(), starts.get(0), steps));
    }

    private static void walk(String step, YamlNode node, List<RouteEndpoint> found) {
        if (node instanceof YamlList list) {
            list.items().forEach(item -> walk(step, item, found));
        } else if (node instanceof YamlScalar) {
            if (ENDPOINT_STEPS.contains(step)) {
                endpoint(step, node).ifPresent(found::add);
            }
        } else if (node instanceof YamlMap map) {
            endpoint(step, map).ifPresent(found::add);
            map.entries().stream()
                    .filter(entry -> !entry.key().equals("parameters"))
                    .forEach(entry -> walk(entry.key(), entry.value(), found));
        }
    }

    /** The endpoint that a step names: its URI alone, or a map with {@code uri} and {@code parameters}. */
    static Optional<RouteEndpoint> endpoint(String step, YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar.isNull() ? Optional.empty() : Optional.of(endpoint(step, scalar, Map.of()));
        }
        YamlMap map = (YamlMap) node;
        Map<String, RouteEndpoint.Parameter> parameters = new LinkedHashMap<>();
        if (map.meant("parameters").orElse(null) instanceof YamlMap written) {
            for (YamlEntry entry : written.entries()) {
                if (entry.value() instanceof YamlScalar value) {
                    parameters.put(
                            entry.key(),
                            new RouteEndpoint.Parameter(
                                    entry.keyPosition(), value.position(), value.written(), value.inset()));
                }
            }
        }
        return scalar(map, "uri").map(uri -> endpoint(step, uri, parameters));
    }

    private static RouteEndpoint endpoint(
            String step, YamlScalar uri, Map<String, RouteEndpoint.Parameter> parameters) {
        Map<String, RouteEndpoint.Parameter> all = new LinkedHashMap<>(parameters);
        String text = uri.written().strip();
        int query = text.indexOf('?');
        if (query >= 0) {
            query(uri, uri.written().indexOf('?') + 1).forEach(all::putIfAbsent);
        }
        return new RouteEndpoint(
                step,
                uri.position(),
                query < 0 ? text : text.substring(0, query),
                Map.copyOf(all),
                uri.written().startsWith(text) ? uri.inset() : -1);
    }

    private static Map<String, RouteEndpoint.Parameter> query(YamlScalar uri, int start) {
        Map<String, RouteEndpoint.Parameter> parameters = new LinkedHashMap<>();
        String text = uri.written();
        int at = start;
        while (at < text.length()) {
            int end = text.indexOf('&', at) < 0 ? text.length() : text.indexOf('&', at);
            String pair = text.substring(at, end);
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                Position place = uri.at(at + (equals < 0 ? 0 : equals + 1));
                parameters.put(
                        name, new RouteEndpoint.Parameter(uri.at(at), place, value.strip(), uri.inset() < 0 ? -1 : 0));
            }
            at = end + 1;
        }
        return parameters;
    }

    private static Optional<YamlScalar> scalar(YamlMap map, String key) {
        return map.get(key)
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .filter(scalar -> !scalar.isNull());
    }
}
