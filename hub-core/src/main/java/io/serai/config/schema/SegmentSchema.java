package io.serai.config.schema;

import io.serai.segment.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A file of {@code config/segments}. */
final class SegmentSchema {

    private static final List<String> KINDS =
            List.of("all", "any", "not", "trait", "event", "consent", "segment", "source");
    private static final List<String> OF_EVENTS =
            List.of("event", "at_least", "at_most", "exactly", "within", "none_within", "since", "where");
    private static final List<String> OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::keyword).toList();

    private SegmentSchema() {}

    static Shape of(HomeNames names) {
        return Shape.map()
                .means("Who is in, and who is out.")
                .key("name", Scalars.text().means("As people read it; else the file's name."))
                .key("where", again())
                .key(
                        "one_per",
                        Scalars.offered(names.traits())
                                .means("Of those who share a value of this trait, one is in.")
                                .examples("household_id"))
                .needs("where")
                .with("definitions", java.util.Map.of("rule", rule(names).json()));
    }

    private static Shape rule(HomeNames names) {
        Shape rule = Shape.map()
                .means("One question; several stand under all: or any:.")
                .exactlyOne(KINDS)
                .key("all", rules().means("All of these hold."))
                .key("any", rules().means("At least one of these holds."))
                .key("not", Shape.any().with("allOf", List.of(again().json())).means("This does not hold."))
                .key("trait", Scalars.offered(names.traits()).means("A property of the person."))
                .key("event", Scalars.offered(names.events()).means("Something that happened."))
                .key("consent", Scalars.offered(names.channels()).means("A channel, such as email."))
                .key("segment", Scalars.offered(names.segments()).means("Who is in that segment."))
                .key("source", Scalars.offered(names.connections()).means("Who is known to that connection."));
        for (Operator operator : Operator.values()) {
            rule.key(operator.keyword(), Shape.any().means(meaning(operator)));
        }
        rule.key("is", Shape.any().means("Equal to this."))
                .key("exactly", Shape.any().means("So many times."))
                .key("none_within", Shape.any().means("Not once in this long."))
                .key("since", Shape.any().means("Counted since then."))
                .key("where", Shape.any().means("Counted where its properties are so."));
        return rule.when(has("trait"), ofTraits())
                .when(has("event"), ofEvents(names))
                .when(has("consent"), consent())
                .when(has("all"), only(List.of("all")))
                .when(has("any"), only(List.of("any")))
                .when(has("not"), only(List.of("not")))
                .when(has("segment"), only(List.of("segment")))
                .when(has("source"), only(List.of("source")));
    }

    private static Shape again() {
        return Shape.reference("rule");
    }

    private static Shape rules() {
        return Scalars.list(again()).with("minItems", 1);
    }

    private static Shape has(String key) {
        return Shape.any().needs(key);
    }

    private static Shape only(List<String> keys) {
        return Shape.any().with("propertyNames", Shape.any().with("enum", keys));
    }

    private static Shape ofTraits() {
        List<String> keys = new ArrayList<>(OPERATORS);
        keys.add("trait");
        return operators(only(keys));
    }

    /** At least one operator, each with what it needs. */
    private static Shape operators(Shape shape) {
        for (Operator operator : Operator.values()) {
            shape.key(operator.keyword(), Scalars.operand(operator).means(meaning(operator)));
        }
        return shape.with(
                "anyOf",
                OPERATORS.stream()
                        .map(operator -> Shape.any().needs(operator).json())
                        .toList());
    }

    private static String meaning(Operator operator) {
        return "The value " + (operator.words().startsWith("is") ? "" : "is ") + operator.words() + " this: "
                + operator.operand().description() + ".";
    }

    private static Shape consent() {
        return only(List.of("consent", "is"))
                .needs("is")
                .key("is", Scalars.word(List.of("granted", "denied", "unknown")));
    }

    private static Shape ofEvents(HomeNames names) {
        Shape count = Scalars.whole(0, Integer.MAX_VALUE);
        Shape compared =
                operators(Shape.of("object").with("propertyNames", Shape.any().with("enum", OPERATORS)));
        Shape property = Shape.anyOf(Scalars.scalar(), Scalars.list(Scalars.scalar()), compared);
        Shape where = Shape.of("object");
        Set<String> properties = names.properties();
        properties.forEach(name -> where.key(name.substring(name.indexOf('.') + 1), property));
        return only(OF_EVENTS)
                .key("at_least", count.means("At least so many times."))
                .key("at_most", Scalars.whole(0, Integer.MAX_VALUE).means("At most so many times."))
                .key("exactly", Scalars.whole(0, Integer.MAX_VALUE).means("Exactly so many times."))
                .key("within", Scalars.duration().means("In this long until now."))
                .key("none_within", Scalars.duration().means("Not once in this long: stands alone."))
                .key("since", Scalars.moment().means("Since then."))
                .key("where", where.open(property).means("Only those whose properties are so."))
                .when(has("none_within"), Shape.any().without("at_least", "at_most", "exactly", "within"));
    }
}
