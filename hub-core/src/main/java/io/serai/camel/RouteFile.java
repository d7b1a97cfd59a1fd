package io.serai.camel;

import io.serai.config.Position;
import io.serai.config.YamlList;
import io.serai.config.YamlMap;
import io.serai.config.YamlNode;
import io.serai.config.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One file of {@code routes/}, read and found safe.
 *
 * @param name relative to the home
 * @param bytes the content
 * @param tree the same, with positions
 */
record RouteFile(String name, byte[] bytes, YamlNode tree) {

    /** The routes of the file: where each id stands. */
    Map<String, Position> routes() {
        Map<String, Position> routes = new LinkedHashMap<>();
        for (YamlMap route : bodies()) {
            if (route.get("id").orElse(null) instanceof YamlScalar id) {
                routes.put(id.text(), id.position());
            }
        }
        return routes;
    }

    /** Whether the file says something about the routes of others, too. */
    boolean concernsAll() {
        return tree instanceof YamlList list
                && list.items().stream()
                        .anyMatch(item -> item instanceof YamlMap map
                                && map.entry("route").isEmpty());
    }

    /** Whether a route of the file uses a kamelet, of which Camel makes routes of its own. */
    boolean usesKamelets() {
        return new String(bytes, StandardCharsets.UTF_8).contains("kamelet:");
    }

    /** The {@code direct:} and {@code seda:} endpoints that a route starts at or sends to. */
    Set<String> internal(String route) {
        Set<String> uris = new LinkedHashSet<>();
        for (YamlMap body : bodies()) {
            if (body.get("id").orElse(null) instanceof YamlScalar id
                    && id.text().equals(route)) {
                collect(body, uris);
            }
        }
        return uris;
    }

    /** Where a route starts, without options. */
    String start(String route) {
        for (YamlMap body : bodies()) {
            if (body.get("id").orElse(null) instanceof YamlScalar id
                    && id.text().equals(route)) {
                YamlNode from = body.get("from").orElse(id);
                YamlNode uri = from instanceof YamlMap map ? map.get("uri").orElse(from) : from;
                return uri instanceof YamlScalar scalar ? bare(scalar.text()) : "";
            }
        }
        return "";
    }

    private static String bare(String uri) {
        return uri.replaceFirst("\\?.*", "").replace("://", ":");
    }

    private List<YamlMap> bodies() {
        List<YamlMap> bodies = new ArrayList<>();
        for (YamlNode item : tree instanceof YamlList list ? list.items() : List.<YamlNode>of()) {
            if (item instanceof YamlMap map && map.get("route").orElse(null) instanceof YamlMap route) {
                bodies.add(route);
            }
        }
        return bodies;
    }

    private static void collect(YamlNode node, Set<String> uris) {
        if (node instanceof YamlMap map) {
            map.entries().forEach(entry -> collect(entry.value(), uris));
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> collect(item, uris));
        } else if (node instanceof YamlScalar scalar && scalar.text().matches("(direct|seda):.*")) {
            uris.add(bare(scalar.text()));
        }
    }
}
