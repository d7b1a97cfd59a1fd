package io.serai.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What routes send to each other inside the hub: every {@code direct:} that is called is where one route starts, and only one. */
final class DirectCheck {

    private final Problems problems;
    private final Map<String, RouteEndpoint> starts = new TreeMap<>();
    private final List<RouteEndpoint> calls = new ArrayList<>();

    DirectCheck(Problems problems) {
        this.problems = problems;
    }

    void add(RouteEndpoint endpoint) {
        if (!endpoint.scheme().equals("direct") || endpoint.uri().contains("{")) {
            return;
        }
        if (!endpoint.step().equals("from")) {
            calls.add(endpoint);
            return;
        }
        RouteEndpoint first = starts.putIfAbsent(name(endpoint), endpoint);
        if (first != null) {
            problems.error(
                    endpoint.position(),
                    "\"direct:" + name(endpoint) + "\" already starts the route on " + first.position() + ".",
                    "Only one route can start there.");
        }
    }

    /** After all files: says which calls nobody answers. */
    void finish() {
        for (RouteEndpoint call : calls) {
            String name = name(call);
            if (!name.isEmpty() && !starts.containsKey(name)) {
                problems.error(
                        call.partAt(0),
                        "No route starts at \"direct:" + name + "\".",
                        starts.isEmpty()
                                ? "Write one with from: { uri: direct:" + name + " }."
                                : Suggestion.nearest(name, starts.keySet())
                                        .map(near -> "Did you mean \"direct:" + near + "\"?")
                                        .orElse("There are direct:" + String.join(", direct:", starts.keySet()) + "."));
            }
        }
    }

    private static String name(RouteEndpoint endpoint) {
        return String.join("/", endpoint.parts());
    }
}
