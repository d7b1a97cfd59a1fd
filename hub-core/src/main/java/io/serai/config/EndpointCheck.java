package io.serai.config;

import io.serai.config.HubEndpoints.Kind;
import io.serai.config.HubEndpoints.Option;
import io.serai.config.HubEndpoints.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A single {@code hub:} endpoint: its kind, its place, the form of its path and the types of its options. */
final class EndpointCheck {

    private final Problems problems;

    EndpointCheck(Problems problems) {
        this.problems = problems;
    }

    /** The endpoint's kind, when kind, place and form are right; else empty, and said. */
    Optional<Kind> kind(RouteEndpoint endpoint) {
        String word = endpoint.parts().get(0);
        Optional<Kind> kind = HubEndpoints.kind(word);
        if (kind.isEmpty()) {
            List<String> kinds = HubEndpoints.kinds().stream().map(Kind::name).toList();
            problems.error(
                    endpoint.partAt(0),
                    "\"hub:" + word + "\" is not a kind of hub: endpoint.",
                    Suggestion.nearest(word, kinds)
                            .map(near -> "Did you mean \"hub:" + near + "\"?")
                            .orElse("There are "
                                    + kinds.stream().map(name -> "hub:" + name).collect(Collectors.joining(", "))
                                    + "."));
            return Optional.empty();
        }
        boolean from = endpoint.step().equals("from");
        if (from != (kind.get().place() == Place.FROM)) {
            problems.error(
                    endpoint.position(),
                    from
                            ? "\"hub:" + word + "\" is where data goes: a route cannot start there."
                            : "\"hub:" + word + "\" is where a route starts: it cannot be a step.",
                    from ? "Put it into a step to:." : "Put it into from:.");
            return Optional.empty();
        }
        List<String> parts = endpoint.parts().subList(1, endpoint.parts().size());
        if (parts.size() != kind.get().parts().size() || parts.stream().anyMatch(String::isBlank)) {
            problems.error(
                    endpoint.position(),
                    "\"" + endpoint.uri() + "\" does not name what it should.",
                    "Write " + kind.get().form() + ".");
            return Optional.empty();
        }
        options(endpoint, kind.get());
        return kind;
    }

    private void options(RouteEndpoint endpoint, Kind kind) {
        for (Map.Entry<String, RouteEndpoint.Parameter> written :
                endpoint.parameters().entrySet()) {
            Optional<Option> option = kind.option(written.getKey());
            if (option.isEmpty()) {
                problems.error(
                        written.getValue().key(),
                        "\"" + written.getKey() + "\" is not an option of hub:" + kind.name() + ".",
                        Suggestion.hint(written.getKey(), kind.optionNames()));
            } else if (!written.getValue().text().contains("{{")) {
                value(written.getKey(), option.get(), written.getValue());
            }
        }
        RouteEndpoint.Parameter cron = endpoint.parameters().get("cron");
        if (cron != null && endpoint.parameters().containsKey("every")) {
            problems.error(
                    cron.key(), "A route runs \"every\" so often or at \"cron\" times, not both.", "Take one away.");
        }
    }

    private void value(String name, Option option, RouteEndpoint.Parameter parameter) {
        String text = parameter.text().strip();
        if (option.type() == Option.Type.CRON || name.equals("scheduler.cron")) {
            CronText.mistake(text.replace('+', ' '))
                    .ifPresent(mistake ->
                            problems.error(parameter.at(mistake.index()), mistake.message(), mistake.hint()));
            return;
        }
        if (name.equals("scheduler.timeZone")) {
            ComponentCheck.zone(text)
                    .ifPresent(hint -> problems.error(parameter.place(), "\"" + text + "\" is not a time zone.", hint));
            return;
        }
        String wrong =
                switch (option.type()) {
                    case DURATION ->
                        DurationText.parse(text).isPresent() || text.matches("\\d+")
                                ? ""
                                : "must be a duration with a unit, such as 15m,";
                    case NUMBER -> text.matches("-?\\d+") ? "" : "must be a whole number,";
                    case PROBABILITY ->
                        HubEndpoints.probability(text).isPresent() ? "" : "must be a number from 0 to 1,";
                    case BOOLEAN -> text.matches("true|false") ? "" : "must be true or false,";
                    case CHOICE -> option.choices().contains(text) ? "" : "cannot be";
                    case TEXT, MAPPING, FIELDS, CHOICES, CRON -> text.isEmpty() ? "must be text," : "";
                };
        if (option.type() == Option.Type.CHOICES && !text.isEmpty()) {
            words(name, option, parameter);
        }
        if (!wrong.isEmpty()) {
            String not = option.type() == Option.Type.CHOICE ? "" : "not ";
            problems.error(
                    parameter.place(),
                    "\"" + name + "\" " + wrong + " " + not + "\"" + text + "\".",
                    hint(option, text));
        } else if (name.equals("every") && text.matches("\\d+")) {
            problems.error(parameter.place(), "\"every\" has no unit.", "Write " + text + "s or " + text + "m.");
        }
    }

    private void words(String name, Option option, RouteEndpoint.Parameter parameter) {
        HubEndpoints.words(parameter.text()).stream()
                .filter(word -> !option.choices().contains(word))
                .forEach(word -> problems.error(
                        parameter.place(),
                        "\"" + name + "\" cannot be \"" + word + "\".",
                        Suggestion.hint(word, option.choices())));
    }

    private static String hint(Option option, String text) {
        if (option.type() == Option.Type.PROBABILITY) {
            return "Write 0.999 for 99.9 %.";
        }
        return Suggestion.hint(text, option.choices());
    }
}
