package io.serai.config.schema;

import io.serai.spi.Field;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A file of {@code config/mappings}, into the hub or out of it. */
final class MappingSchema {

    private static final List<String> TARGETS = List.of("profile", "order", "event", "product");
    private static final List<String> CONSENTS = List.of("granted", "denied", "unknown");
    private static final String STREAM = "^[^/]+/[^/]+$";

    /** What people and records usually are called, in the hub's own words. */
    private static final List<String> USUAL = List.of(
            "email",
            "phone",
            "first_name",
            "last_name",
            "birth_date",
            "street",
            "postcode",
            "city",
            "country",
            "consent.email",
            "consent.sms");

    private final HomeNames names;
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private MappingSchema(HomeNames names) {
        this.names = names;
    }

    static Shape of(HomeNames names) {
        return new MappingSchema(names).file();
    }

    /** What a trait may be called: not what the hub itself fills. */
    static Shape traitName() {
        return Shape.any()
                .with("pattern", Scalars.TRAIT_NAME)
                .with(
                        "not",
                        Shape.any()
                                .with("pattern", "^(profile_id|created_at|household_id|household_size|source\\..*)$"));
    }

    private Shape file() {
        List<String> sources = new ArrayList<>(List.of("profile"));
        sources.addAll(names.sources().keySet());
        List<String> ends = new ArrayList<>(TARGETS);
        ends.addAll(names.destinations().keySet());
        define("value", value(List.of()));
        define("consent", consent());
        Shape file = Shape.map()
                .means("What a record means; or, with from: profile, what a destination is sent of a person.")
                .key(
                        "from",
                        Shape.anyOf(Shape.any().with("enum", sources), Scalars.text("^profile$|" + STREAM))
                                .means("A stream, as connection/stream; profile for a mapping out of the hub.")
                                .examples("shop/customers", "profile"))
                .key(
                        "to",
                        Shape.anyOf(Shape.any().with("enum", ends), Scalars.text(STREAM))
                                .means(
                                        "What a record becomes: profile, order, event or product; or where a profile is sent."))
                .key("match", Shape.any().means("The field by which the destination finds a person."))
                .key("person", Shape.of("object").means("Identifiers of the person whose order or event it is."))
                .key("lines", Shape.of("object").means("The lines of an order."))
                .key("fields", Shape.of("object").means("Each field, and where its value comes from."))
                .needs("from", "to", "fields");
        Map<String, Object> json = file.json();
        json.put("if", Shape.where("from", "profile").json());
        json.put("then", out().json());
        json.put("else", in().json());
        json.put("definitions", definitions);
        Shape whole = Shape.any();
        json.forEach(whole::with);
        return whole;
    }

    private Shape in() {
        Shape in = Shape.any()
                .key("to", Scalars.word(TARGETS))
                .without("match")
                .when(Shape.where("to", "profile"), profile())
                .when(Shape.where("to", "order"), order())
                .when(Shape.where("to", "event"), event())
                .when(Shape.where("to", "product"), product());
        names.sources().forEach((name, stream) -> {
            if (!stream.fields().isEmpty()) {
                String definition = "value of " + name.replace('/', ' ');
                define(
                        definition,
                        value(stream.fields().stream().map(Field::name).toList()));
                Shape values = Shape.any().open(Shape.reference(definition));
                in.when(
                        Shape.where("from", name),
                        Shape.any().key("fields", values).key("person", values));
            }
        });
        return in;
    }

    private Shape profile() {
        TreeSet<String> known = new TreeSet<>(USUAL);
        known.addAll(names.identifiers());
        Shape fields = fields(known).with("propertyNames", traitName());
        known.stream()
                .filter(name -> name.startsWith("consent."))
                .forEach(name -> fields.key(name, Shape.reference("consent")));
        fields.with(
                "patternProperties",
                Map.of("^consent\\.", Shape.reference("consent").json()));
        return Shape.any().without("person", "lines").key("fields", fields);
    }

    private Shape order() {
        return Shape.any()
                .key(
                        "fields",
                        fields(List.of("id", "time", "total", "currency", "store"))
                                .needs("time"))
                .key("person", fields(names.identifiers()))
                .key(
                        "lines",
                        Shape.map()
                                .key("from", Scalars.text().means("The path of the list in the record."))
                                .key(
                                        "fields",
                                        Shape.map()
                                                .key("product", Shape.reference("value"))
                                                .key("quantity", Shape.reference("value"))
                                                .key("price", Shape.reference("value")))
                                .needs("from", "fields"));
    }

    private Shape event() {
        return Shape.any()
                .without("lines")
                .key("fields", fields(List.of("id", "name", "time")).needs("name", "time"))
                .key("person", fields(names.identifiers()));
    }

    private Shape product() {
        return Shape.any()
                .without("lines", "person")
                .key("fields", fields(List.of("id", "name", "price")).needs("id"));
    }

    private Shape out() {
        define("trait", value(names.traits()));
        Shape out = Shape.any()
                .key("to", Scalars.text(STREAM))
                .key("match", Scalars.text())
                .key("fields", Shape.of("object").open(Shape.reference("trait")))
                .without("person", "lines")
                .needs("match");
        names.destinations().forEach((name, stream) -> out.when(Shape.where("to", name), destination(stream)));
        return out;
    }

    private static Shape destination(Stream stream) {
        Shape fields = Shape.any();
        for (Field field : stream.fields()) {
            String what = field.description().isEmpty()
                    ? field.type().name().toLowerCase(Locale.ROOT) + "."
                    : field.description();
            fields.key(field.name(), Shape.any().means(what));
        }
        Shape destination = Shape.any().key("fields", fields);
        stream.match().ifPresent(match -> destination.key("match", Scalars.offered(List.of(match))));
        return destination;
    }

    private Shape fields(Collection<String> known) {
        Shape fields = Shape.of("object").open(Shape.reference("value"));
        known.forEach(name -> fields.key(name, Shape.reference("value")));
        return fields;
    }

    /** A path into a record, or the name of a trait; or more said of it. */
    private static Shape value(Collection<String> paths) {
        return Shape.anyOf(Scalars.offered(paths), rule(paths, Scalars.oneOrMore(Scalars.scalar()), Scalars.scalar()));
    }

    private static Shape consent() {
        Shape word = Scalars.word(CONSENTS);
        return Shape.anyOf(Scalars.text(), rule(List.of(), word, word));
    }

    private static Shape rule(Collection<String> paths, Shape constant, Shape mapped) {
        return Shape.map()
                .key("from", Scalars.offered(paths).means("Where the value stands, dots between levels."))
                .key("value", constant.means("The same value for every record."))
                .key("map", Shape.of("object").open(mapped).means("Values by the text found; \"*\" for every other."))
                .key("default", mapped.means("The value when there is none."))
                .key(
                        "format",
                        Scalars.text()
                                .means("How a time is written; ISO 8601 when it is not said.")
                                .examples("dd/MM/yyyy HH:mm", "epoch_seconds"))
                .key("zone", Scalars.zone().means("The zone of times that name none; else the hub's."))
                .key("round", Scalars.whole(0, 15).means("Decimals to keep."))
                .with("oneOf", List.of(Map.of("required", List.of("from")), Map.of("required", List.of("value"))))
                .when(Shape.any().needs("round"), Shape.any().without("format", "zone"));
    }

    private void define(String name, Shape shape) {
        definitions.put(name, shape.json());
    }
}
