package io.serai.config;

import static io.serai.config.HubEndpoints.Option.choice;
import static io.serai.config.HubEndpoints.Option.option;

import io.serai.config.HubEndpoints.Option.Type;
import io.serai.profile.IdentityEvents;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code hub:} offers to routes: the kinds of its endpoints and their options, known without Camel. */
public final class HubEndpoints {

    /** Which step of a route an endpoint can be. */
    public enum Place {
        /** {@code from:}. */
        FROM,
        /** {@code to:}. */
        TO
    }

    /**
     * One kind of endpoint.
     *
     * @param name the word after {@code hub:}
     * @param place where in a route it stands
     * @param parts what its path names after the kind, in order: {@code connection, stream}, {@code mapping}, {@code segment}
     * @param options what can be set on it
     */
    public record Kind(String name, Place place, List<String> parts, List<Option> options) {

        /** The option of that name; every {@code scheduler.x} is one option of scheduled kinds. */
        public Optional<Option> option(String option) {
            return options.stream()
                    .filter(known -> known.name().equals(option)
                            || known.name().equals("scheduler.*") && option.startsWith("scheduler."))
                    .findFirst();
        }

        /** The names of the options. */
        public List<String> optionNames() {
            return options.stream().map(Option::name).toList();
        }

        /** The form of the URI: {@code hub:pull/{connection}/{stream}}. */
        public String form() {
            StringBuilder form = new StringBuilder("hub:" + name);
            parts.forEach(part -> form.append("/{").append(part).append('}'));
            return form.toString();
        }
    }

    /**
     * One option.
     *
     * @param name as written in a route
     * @param type what its value is
     * @param choices the allowed values of a {@link Type#CHOICE} or {@link Type#CHOICES}, else empty
     * @param meaning one sentence
     */
    public record Option(String name, Type type, List<String> choices, String meaning) {

        /** What the value of an option is. */
        public enum Type {
            TEXT,
            /** {@code 15m}, {@code 1h30m}, or milliseconds. */
            DURATION,
            /** A Quartz expression of six or seven fields. */
            CRON,
            NUMBER,
            /** A number from 0 to 1, such as {@code 0.999}. */
            PROBABILITY,
            BOOLEAN,
            CHOICE,
            /** Some of a few words, separated by commas. */
            CHOICES,
            /** The name of a mapping that starts at profiles. */
            MAPPING,
            /** The names of fields, separated by commas. */
            FIELDS
        }

        static Option option(String name, Type type, String meaning) {
            return new Option(name, type, List.of(), meaning);
        }

        static Option choice(String name, String meaning, String... choices) {
            return new Option(name, Type.CHOICE, List.of(choices), meaning);
        }
    }

    private static final List<Option> SCHEDULE = List.of(
            option("every", Type.DURATION, "Runs again this long after the last run ended, and once after the start."),
            option("cron", Type.CRON, "Runs at these times, in the hub's timezone."),
            choice("scheduler", "Camel's: who starts the runs.", "none", "quartz"),
            option("scheduler.*", Type.TEXT, "Camel's: what the scheduler is told, such as scheduler.cron."),
            option("delay", Type.DURATION, "Camel's: as every."),
            option("initialDelay", Type.DURATION, "Camel's: how long after the start the first run begins."),
            choice(
                    "timeUnit",
                    "Camel's: the unit of delays that are numbers.",
                    "MILLISECONDS",
                    "SECONDS",
                    "MINUTES",
                    "HOURS",
                    "DAYS"),
            option("useFixedDelay", Type.BOOLEAN, "Camel's: whether delays count from the end of a run."),
            option("startScheduler", Type.BOOLEAN, "Camel's: whether the schedule starts with the route."),
            option("repeatCount", Type.NUMBER, "Camel's: how many runs at most."),
            option(
                    "greedy",
                    Type.BOOLEAN,
                    "Camel's: whether a run that read something is followed by another at once."),
            option("backoffMultiplier", Type.NUMBER, "Camel's: how many runs are left out when backing off."),
            option("backoffIdleThreshold", Type.NUMBER, "Camel's: how many idle runs before backing off."),
            option("backoffErrorThreshold", Type.NUMBER, "Camel's: how many failed runs before backing off."),
            choice(
                    "runLoggingLevel",
                    "Camel's: the level that logs the start of runs.",
                    "TRACE",
                    "DEBUG",
                    "INFO",
                    "WARN",
                    "ERROR",
                    "OFF"));

    private static final List<Option> PEOPLE = with(
            SCHEDULE,
            choice("emit", "Everybody, or only those who changed since the route's last run.", "members", "changes"));

    private static final List<Kind> KINDS = List.of(
            new Kind("pull", Place.FROM, List.of("connection", "stream"), SCHEDULE),
            new Kind("segment", Place.FROM, List.of("segment"), PEOPLE),
            new Kind("profiles", Place.FROM, List.of(), PEOPLE),
            new Kind(
                    "identity",
                    Place.FROM,
                    List.of(),
                    with(
                            SCHEDULE,
                            new Option(
                                    "kinds",
                                    Type.CHOICES,
                                    IdentityEvents.KINDS,
                                    "Only events of these kinds, separated by commas."))),
            new Kind(
                    "ingest",
                    Place.TO,
                    List.of("mapping"),
                    List.of(
                            choice("format", "What the bytes of the body are.", "csv", "jsonl", "json"),
                            option("key", Type.FIELDS, "The fields that together are the key of a record."))),
            new Kind(
                    "push",
                    Place.TO,
                    List.of("connection", "stream"),
                    List.of(
                            option("mapping", Type.MAPPING, "How a profile becomes an object of the destination."),
                            choice(
                                    "mode",
                                    "What the destination is made to hold.",
                                    "insert",
                                    "update",
                                    "upsert",
                                    "mirror",
                                    "archive"),
                            choice(
                                    "on_leave",
                                    "What happens to people who are not there any more.",
                                    "remove",
                                    "untag",
                                    "nothing"),
                            option("tag", Type.TEXT, "Put on those who are there."),
                            option("consent", Type.TEXT, "The channel that must be granted, or none."),
                            option(
                                    "min_certainty",
                                    Type.PROBABILITY,
                                    "How certain the weakest link of a person must be; who is less certain is held."))));

    private HubEndpoints() {}

    /** The words of a {@link Option.Type#CHOICES}. */
    public static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    /** The value of a {@link Option.Type#PROBABILITY}; empty when it is none. */
    public static Optional<Double> probability(String text) {
        String number = text.strip();
        return number.matches("0|1|1\\.0{1,9}|0?\\.\\d{1,9}") ? Optional.of(Double.valueOf(number)) : Optional.empty();
    }

    /** Every kind. */
    public static List<Kind> kinds() {
        return KINDS;
    }

    /** The kind of that name. */
    public static Optional<Kind> kind(String name) {
        return KINDS.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static List<Option> with(List<Option> options, Option... more) {
        List<Option> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
