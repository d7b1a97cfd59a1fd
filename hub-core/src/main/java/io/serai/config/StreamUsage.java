package io.serai.config;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the routes of a home do with a stream.
 *
 * @param stream its name in its connection
 * @param read whether a route pulls it
 * @param written whether a route pushes to it
 * @param fields what pushes fill, by the destination's names
 */
public record StreamUsage(String stream, boolean read, boolean written, Set<String> fields) {

    /** The streams of a connection that routes name, in order of name. */
    public static Collection<StreamUsage> of(HubConfig config, String connection) {
        Map<String, StreamUsage> usages = new TreeMap<>();
        for (RouteOutline route : config.routes()) {
            if (is(route.from(), "pull", connection)) {
                add(usages, new StreamUsage(route.from().parts().get(2), true, false, Set.of()));
            }
            for (RouteEndpoint push : route.hubSteps("push")) {
                if (is(push, "push", connection)) {
                    Set<String> fields = push.parameter("mapping")
                            .map(config.outMappings()::get)
                            .map(mapping -> mapping.fields().keySet())
                            .orElse(Set.of());
                    add(usages, new StreamUsage(push.parts().get(2), false, true, fields));
                }
            }
        }
        return usages.values();
    }

    private static boolean is(RouteEndpoint endpoint, String kind, String connection) {
        return endpoint.isHub(kind)
                && endpoint.parts().size() == 3
                && endpoint.parts().get(1).equals(connection);
    }

    private static void add(Map<String, StreamUsage> usages, StreamUsage usage) {
        usages.merge(usage.stream(), usage, (one, other) -> {
            Set<String> fields = new HashSet<>(one.fields());
            fields.addAll(other.fields());
            return new StreamUsage(one.stream(), one.read() || other.read(), one.written() || other.written(), fields);
        });
    }
}
