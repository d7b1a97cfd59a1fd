package io.serai.camel;

import io.serai.config.HubEndpoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.util.TimeUtils;

/** The options written on one endpoint, checked against those of its kind. */
final class HubOptions {

    private final Map<String, String> values = new HashMap<>();

    private HubOptions() {}

    /**
     * Checks options and takes out those that are the hub's own; Camel's stay in the map.
     *
     * @throws IllegalArgumentException with a sentence for an unknown option or a wrong value
     */
    static HubOptions take(HubEndpoints.Kind kind, Map<String, Object> parameters) {
        HubOptions options = new HubOptions();
        for (String name : List.copyOf(parameters.keySet())) {
            HubEndpoints.Option option = kind.option(name)
                    .orElseThrow(() -> new IllegalArgumentException(Unknown.sentence(
                            kind.form() + " has no option \"" + name + "\".", name, kind.optionNames())));
            String value = String.valueOf(parameters.get(name));
            check(option, value);
            if (!option.meaning().startsWith("Camel's")) {
                parameters.remove(name);
                options.values.put(name, value);
            }
        }
        return options;
    }

    private static void check(HubEndpoints.Option option, String value) {
        switch (option.type()) {
            case CHOICE ->
                require(
                        option.choices().contains(value),
                        Unknown.sentence(wrong(option, value, "is not one of its choices."), value, option.choices()));
            case CHOICES ->
                HubEndpoints.words(value)
                        .forEach(word -> require(
                                option.choices().contains(word),
                                Unknown.sentence(
                                        wrong(option, word, "is not one of its choices."), word, option.choices())));
            case DURATION -> require(isDuration(value), wrong(option, value, "is not a time such as 15m or 1h30m."));
            case NUMBER -> require(value.matches("-?\\d{1,18}"), wrong(option, value, "is not a whole number."));
            case PROBABILITY ->
                require(
                        HubEndpoints.probability(value).isPresent(),
                        wrong(option, value, "is not a number from 0 to 1."));
            case BOOLEAN -> require(value.matches("true|false"), wrong(option, value, "is not true or false."));
            case CRON ->
                require(
                        value.strip().split("\\s+").length >= 6,
                        wrong(
                                option,
                                value,
                                "is not a Quartz expression of six or seven fields, such as \"0 30 6 ? * MON-FRI\"."));
            case TEXT, MAPPING, FIELDS -> require(!value.isBlank(), wrong(option, value, "says nothing."));
        }
    }

    private static String wrong(HubEndpoints.Option option, String value, String what) {
        return "The option \"" + option.name() + "\": \"" + value + "\" " + what;
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static boolean isDuration(String value) {
        try {
            return TimeUtils.toMilliSeconds(value) > 0 || value.equals("0");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }
}
