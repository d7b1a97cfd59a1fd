package io.serai.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code kamelet:NAME} in routes: there is one of that name in the home, and it gets the properties that it asks for. */
final class KameletUse {

    /** Camel's own options of {@code kamelet:}; {@code location} would load from elsewhere. */
    private static final Set<String> OPTIONS = Set.of(
            "block",
            "bridgeErrorHandler",
            "exchangePattern",
            "failIfNoConsumers",
            "lazyStartProducer",
            "noErrorHandler",
            "timeout");

    private final Map<String, Optional<Kamelet>> kamelets;
    private final Problems problems;

    /** @param kamelets by name; empty for those whose files have mistakes */
    KameletUse(Map<String, Optional<Kamelet>> kamelets, Problems problems) {
        this.kamelets = kamelets;
        this.problems = problems;
    }

    /** @param template whether the endpoint stands in a kamelet, where {@code kamelet:source} and {@code sink} are its ends */
    void check(RouteEndpoint endpoint, boolean template) {
        if (!endpoint.scheme().equals("kamelet")) {
            return;
        }
        String name = endpoint.parts().get(0);
        if (Set.of("source", "sink").contains(name)) {
            ends(endpoint, name, template);
        } else if (!kamelets.containsKey(name)) {
            problems.error(
                    endpoint.position(),
                    "There is no kamelet \"" + name + "\".",
                    kamelets.isEmpty()
                            ? "Write it to kamelets/" + name + Kamelet.FILE + "; none come from elsewhere."
                            : Suggestion.hint(name, kamelets.keySet()));
        } else {
            kamelets.get(name).ifPresent(kamelet -> properties(endpoint, kamelet));
        }
    }

    private void ends(RouteEndpoint endpoint, String name, boolean template) {
        boolean right = template && name.equals("source") == endpoint.step().equals("from");
        if (!right) {
            problems.error(
                    endpoint.position(),
                    template
                            ? "\"kamelet:source\" is where a template starts, and \"kamelet:sink\" where it ends."
                            : "\"kamelet:" + name + "\" is an end of a kamelet's template.",
                    template ? "Swap them." : "Name a kamelet: kamelet:NAME.");
        }
    }

    private void properties(RouteEndpoint endpoint, Kamelet kamelet) {
        boolean misspelt = false;
        for (Map.Entry<String, RouteEndpoint.Parameter> written :
                endpoint.parameters().entrySet()) {
            Kamelet.Property property = kamelet.properties().get(written.getKey());
            if (property != null) {
                value(written.getKey(), written.getValue(), property);
            } else if (!OPTIONS.contains(written.getKey())) {
                misspelt = true;
                unknown(written.getKey(), written.getValue(), kamelet);
            }
        }
        boolean said = misspelt;
        kamelet.properties().forEach((name, property) -> {
            if (property.required() && !endpoint.parameters().containsKey(name) && !said) {
                problems.error(
                        endpoint.position(),
                        "The kamelet \"" + kamelet.name() + "\" needs \"" + name + "\".",
                        "Set it under parameters:.");
            }
        });
    }

    private void unknown(String name, RouteEndpoint.Parameter parameter, Kamelet kamelet) {
        Set<String> known = new TreeSet<>(kamelet.properties().keySet());
        if (name.equals("location")) {
            problems.error(
                    parameter.key(),
                    "A kamelet's location cannot be set.",
                    "Kamelets are files of the home: kamelets/" + kamelet.name() + Kamelet.FILE + ".");
        } else {
            problems.error(
                    parameter.key(),
                    "The kamelet \"" + kamelet.name() + "\" has no property \"" + name + "\".",
                    known.isEmpty() ? "It has none." : Suggestion.hint(name, known));
        }
    }

    private void value(String name, RouteEndpoint.Parameter parameter, Kamelet.Property property) {
        String text = parameter.text().strip();
        if (text.contains("{{") || text.contains("${")) {
            return;
        }
        boolean fits =
                switch (property.type().orElse("string")) {
                    case "integer" -> text.matches("-?\\d{1,18}");
                    case "number" -> text.matches("-?\\d{1,18}(\\.\\d{1,18})?");
                    case "boolean" -> text.equals("true") || text.equals("false");
                    default -> true;
                };
        if (!fits) {
            problems.error(
                    parameter.place(),
                    "\"" + name + "\" is of type " + property.type().orElse("string") + ", and \"" + text
                            + "\" is not.",
                    property.type().filter("boolean"::equals).isPresent() ? "Write true or false." : "Write a number.");
        } else if (!property.choices().isEmpty() && !property.choices().contains(text)) {
            problems.error(
                    parameter.place(),
                    "\"" + text + "\" is not one of the values of \"" + name + "\".",
                    Suggestion.hint(text, property.choices()));
        }
    }
}
