package io.serai.config;

import io.serai.config.catalog.CamelCatalog;
import io.serai.config.catalog.ComponentModel;
import io.serai.config.catalog.ComponentModel.OptionModel;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An endpoint of a Camel component in a route: the component is installed, its path is whole, its options are its own. */
final class ComponentCheck {

    /** Steps that name an endpoint, with it alone or in a map. */
    static final Set<String> STEPS = Set.of("from", "to", "toD", "wireTap", "poll", "deadLetterUri");

    private static final Set<String> READING = Set.of("from", "poll");

    private final CamelCatalog catalog;
    private final Set<String> allowed;
    private final Problems problems;
    private final DirectCheck direct;

    /** @param allowed schemes; of others {@link RouteSafety} speaks */
    ComponentCheck(CamelCatalog catalog, Set<String> allowed, Problems problems) {
        this.catalog = catalog;
        this.allowed = allowed;
        this.problems = problems;
        this.direct = new DirectCheck(problems);
    }

    /** After all route files. */
    void finish() {
        direct.finish();
    }

    void check(RouteEndpoint endpoint) {
        String scheme = endpoint.scheme();
        if (scheme.equals("hub") || scheme.equals("kamelet") || !allowed.contains(scheme)) {
            return;
        }
        direct.add(endpoint);
        if (!catalog.hasComponent(scheme)) {
            problems.error(
                    endpoint.position(),
                    "The component \"" + scheme + "\" is allowed, and it is not installed.",
                    Installing.hint(scheme));
            return;
        }
        catalog.component(scheme).ifPresent(component -> check(endpoint, component, READING.contains(endpoint.step())));
    }

    private void check(RouteEndpoint endpoint, ComponentModel component, boolean from) {
        if (!component.side().fits(from)) {
            problems.error(
                    endpoint.position(),
                    from
                            ? "\"" + component.scheme() + "\" is where data goes: a route cannot start there."
                            : "\"" + component.scheme() + "\" is where a route starts: it cannot be a step.",
                    from ? "Put it into a step to:." : "Put it into from:.");
            return;
        }
        int colon = endpoint.uri().indexOf(':');
        boolean noPath = colon < 0
                || endpoint.uri().substring(colon + 1).replace("/", "").isBlank();
        boolean root = component.scheme().equals("file") && endpoint.uri().endsWith("/");
        List<OptionModel> parts = component.requiredParts();
        if (noPath
                && !root
                && !parts.isEmpty()
                && parts.stream().noneMatch(part -> endpoint.parameters().containsKey(part.name()))) {
            problems.error(
                    endpoint.position(),
                    "\"" + endpoint.uri() + "\" does not name its "
                            + words(parts.get(0).name()) + ".",
                    "Write " + component.syntax() + ".");
        }
        endpoint.parameters().forEach((name, parameter) -> option(component, from, name, parameter));
        for (OptionModel option : component.options(from)) {
            if (option.required() && !endpoint.parameters().containsKey(option.name())) {
                problems.error(
                        endpoint.position(),
                        "\"" + endpoint.uri() + "\" has no \"" + option.name() + "\".",
                        "Add " + option.name() + ": to its parameters.");
            }
        }
    }

    private void option(ComponentModel component, boolean from, String name, RouteEndpoint.Parameter parameter) {
        Optional<OptionModel> option = component.option(name);
        if (option.isEmpty()) {
            boolean part =
                    component.parts().stream().anyMatch(known -> known.name().equals(name));
            if (!part && !component.lenient() && !name.contains("{")) {
                List<String> names =
                        component.options(from).stream().map(OptionModel::name).toList();
                problems.error(
                        parameter.key(),
                        "\"" + name + "\" is not an option of " + component.scheme() + ":.",
                        Suggestion.hint(name, names));
            }
        } else if (!option.get().side().fits(from) && !parameter.text().matches("(#|%23).*")) {
            problems.warning(
                    parameter.key(),
                    "\"" + name + "\" does nothing here: " + component.scheme() + ": uses it "
                            + (from ? "where data goes." : "where a route starts."),
                    "Take it away" + (from ? "." : ", or put it into from:."));
        } else if (!parameter.isOpen()) {
            value(component, option.get(), name, parameter);
        }
    }

    private void value(ComponentModel component, OptionModel option, String name, RouteEndpoint.Parameter parameter) {
        String text = parameter.text().strip();
        if (name.equals("cron") && component.scheme().equals("quartz") || name.equals("scheduler.cron")) {
            CronText.mistake(text.replace('+', ' '))
                    .ifPresent(wrong -> problems.error(parameter.at(wrong.index()), wrong.message(), wrong.hint()));
        } else if (name.toLowerCase(Locale.ROOT).endsWith("timezone")) {
            zone(text)
                    .ifPresent(hint -> problems.error(parameter.place(), "\"" + text + "\" is not a time zone.", hint));
        } else if (!option.choices().isEmpty()) {
            if (!OptionText.isOneOf(text, option.choices())) {
                problems.error(
                        parameter.place(),
                        "\"" + name + "\" cannot be \"" + text + "\".",
                        Suggestion.hint(text, option.choices()));
            }
        } else {
            OptionText.mistake(option.type(), text)
                    .ifPresent(wanted -> problems.error(
                            parameter.place(), "\"" + name + "\" must be " + wanted + ", not \"" + text + "\".", ""));
        }
    }

    /** What to write instead of a text that is no time zone. */
    static Optional<String> zone(String text) {
        try {
            ZoneId.of(text);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(Suggestion.nearest(text, ZoneId.getAvailableZoneIds())
                    .map(zone -> "Did you mean \"" + zone + "\"?")
                    .orElse("Write one such as Europe/London."));
        }
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replace(" name", "");
    }
}
