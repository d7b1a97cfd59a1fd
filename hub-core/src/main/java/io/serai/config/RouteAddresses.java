package io.serai.config;

import java.util.Set;

/** Addresses in a route: each names a component that is allowed, and names it itself. */
final class RouteAddresses {

    /** Steps whose expression is several addresses. */
    private static final Set<String> SEVERAL = Set.of("recipientList", "routingSlip");

    private final RouteComponents components;
    private final Problems problems;

    RouteAddresses(RouteComponents components, Problems problems) {
        this.components = components;
        this.problems = problems;
    }

    /** Whether it names a component that is allowed; if not, says so. */
    boolean uri(YamlScalar scalar, String uri) {
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? uri.replaceFirst("[?].*", "") : uri.substring(0, colon);
        if (uri.startsWith("{{")) {
            problems.error(
                    scalar.position(),
                    "The component of " + scalar.shown() + " comes from a placeholder.",
                    "Write the part before the colon out, so that it can be checked.");
        } else if (scheme.contains("${") || scheme.contains("$simple{")) {
            problems.error(
                    scalar.position(),
                    "The component of " + scalar.shown() + " comes from the message.",
                    "Write the part before the colon out, so that a message cannot choose it.");
        } else if (!components.allow(scheme)) {
            RouteComponents.Refusal refusal = components.refusal(scheme);
            problems.error(scalar.position(), refusal.message(), refusal.hint());
        } else {
            return true;
        }
        return false;
    }

    /** A step that computes the address: from a text that is written out as far as it chooses the component. */
    void computed(YamlEntry step) {
        if (!(step.value() instanceof YamlMap map)) {
            return;
        }
        boolean several = SEVERAL.contains(step.key());
        YamlMap inside = map.get("expression").orElse(map) instanceof YamlMap inner ? inner : map;
        for (YamlEntry entry : inside.entries()) {
            if (entry.key().equals("simple") || entry.key().equals("constant")) {
                YamlNode value = entry.value() instanceof YamlMap written
                        ? written.get("expression").orElse(entry.value())
                        : entry.value();
                if (value instanceof YamlScalar scalar) {
                    address(step, several, scalar, map);
                }
            } else if (RouteVocabulary.languages().contains(entry.key())
                    || entry.key().equals("language")) {
                problems.error(
                        entry.keyPosition(),
                        "The address of \"" + step.key() + "\" comes from the message.",
                        "Write it with simple: or constant:, its component first, so that a message cannot choose it.");
            }
        }
    }

    private void address(YamlEntry step, boolean several, YamlScalar scalar, YamlMap map) {
        boolean whole = map.get("delimiter").orElse(null) instanceof YamlScalar delimiter
                && delimiter.written().equals("false");
        if (!several || whole) {
            uri(scalar, scalar.written().strip());
        } else if (scalar.written().contains("${") || map.entry("delimiter").isPresent()) {
            problems.error(
                    scalar.position(),
                    "The addresses of \"" + step.key() + "\" come from the message.",
                    "Write them out, or use choice: or toD: with the component written out.");
        } else {
            for (String one : scalar.written().split(",")) {
                uri(scalar, one.strip());
            }
        }
    }
}
