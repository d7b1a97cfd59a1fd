package io.serai.config.schema;

import io.serai.config.HubEndpoints;
import io.serai.config.HubEndpoints.Kind;
import io.serai.config.HubEndpoints.Option;
import io.serai.config.HubEndpoints.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The endpoints of {@code hub:}: their URIs and what they can be told. */
final class HubOptions {

    private final HomeNames names;

    HubOptions(HomeNames names) {
        this.names = names;
    }

    /** The URIs of a place that this home's files make possible, to be offered. */
    List<String> known(Place place) {
        List<String> known = new ArrayList<>();
        if (place == Place.FROM) {
            names.sources().keySet().forEach(stream -> known.add("hub:pull/" + stream));
            names.segments().forEach(segment -> known.add("hub:segment/" + segment));
            known.add("hub:profiles");
            known.add("hub:identity");
        } else {
            names.mappingsIn().forEach(mapping -> known.add("hub:ingest/" + mapping));
            names.destinations().keySet().forEach(stream -> known.add("hub:push/" + stream));
        }
        return known;
    }

    /** What a URI of that place looks like, as a pattern. */
    String pattern(Place place) {
        return HubEndpoints.kinds().stream()
                .filter(kind -> kind.place() == place)
                .map(HubOptions::path)
                .collect(Collectors.joining("|", "^hub:/*(", ")(\\?.*)?$"));
    }

    /** The pattern of the URIs of one kind. */
    static String pattern(Kind kind) {
        return "^hub:/*" + kind.name() + "(/|\\?|$)";
    }

    private static String path(Kind kind) {
        return kind.name() + "/[^/?]+".repeat(kind.parts().size());
    }

    /** The parameters of one kind. */
    Shape parameters(Kind kind) {
        Shape parameters = Shape.map();
        for (Option option : kind.options()) {
            if (option.name().endsWith(".*")) {
                String prefix = option.name().substring(0, option.name().length() - 2);
                parameters.with(
                        "patternProperties",
                        Map.of("^" + prefix + "\\.", Shape.reference("text").json()));
            } else {
                parameters.key(option.name(), value(option).means(option.meaning()));
            }
        }
        if (kind.option("cron").isPresent()) {
            parameters.with("not", Shape.any().needs("every", "cron"));
        }
        return parameters;
    }

    private Shape value(Option option) {
        return switch (option.type()) {
            case DURATION ->
                option.name().equals("every")
                        ? Scalars.duration()
                        : Shape.anyOf(Shape.of("integer"), Scalars.duration(), Scalars.text("^[0-9]+$"));
            case CRON -> Scalars.text("^\\s*\\S+(\\s+\\S+){5,6}\\s*$").examples("0 30 6 ? * MON-FRI", "0 0 2 * * ?");
            case NUMBER -> Scalars.whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case PROBABILITY ->
                Shape.anyOf(
                        Shape.of("number").with("minimum", 0).with("maximum", 1),
                        Scalars.text("^(0|1|1\\.0+|0?\\.[0-9]+)$"));
            case BOOLEAN -> Shape.anyOf(Shape.of("boolean"), Scalars.text("^(true|false)$"));
            case CHOICE -> Scalars.word(option.choices());
            case CHOICES -> {
                String one = "(" + String.join("|", option.choices()) + ")";
                yield Shape.anyOf(
                        Shape.any().with("enum", option.choices()),
                        Scalars.text("^\\s*" + one + "(\\s*,\\s*" + one + ")*\\s*$"));
            }
            case MAPPING -> Scalars.offered(names.mappingsOut());
            case TEXT, FIELDS -> Shape.reference("text");
        };
    }
}
