package io.serai.config.schema;

import io.serai.identity.IdentifierRule;
import io.serai.identity.Matching;
import io.serai.identity.compare.Kind;
import io.serai.profile.Survivorship;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code config/identity.yaml}. */
final class IdentitySchema {

    private static final List<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).sorted().toList();

    private IdentitySchema() {}

    static Shape of(HomeNames names) {
        return Shape.map()
                .means("Who is the same person.")
                .key(
                        "identifiers",
                        Scalars.oneOrMore(identifier()).means("What points at a person, highest priority first."))
                .key("matching", matching(names))
                .key("survivorship", survivorship(names))
                .needs("identifiers");
    }

    private static Shape identifier() {
        List<String> kinds = words(IdentifierRule.Kind.values());
        return Shape.map()
                .key("name", Scalars.text().means("As mappings fill it.").examples("email", "phone", "loyalty"))
                .key(
                        "per_profile",
                        Scalars.whole(1, Integer.MAX_VALUE).means("How many of this kind one person may have."))
                .key(
                        "normalise",
                        Scalars.word(kinds)
                                .means("What it is, and so how two spellings of one value are recognised.")
                                .usually("id"))
                .key("region", Scalars.word(COUNTRIES).means("The country of phone numbers without a prefix."))
                .key(
                        "ignore",
                        Scalars.oneOrMore(Scalars.text())
                                .means("Values that are nobody's; * stands for any text.")
                                .examples(List.of("noreply@*")))
                .key(
                        "shared",
                        Scalars.flag()
                                .means("Whether several people may use one value: it links those whose names agree.")
                                .usually(false))
                .key(
                        "max_people",
                        Scalars.whole(1, Integer.MAX_VALUE)
                                .means("A value on more people than this links nobody.")
                                .usually(IdentifierRule.DEFAULT_MAX_PEOPLE))
                .needs("name")
                .when(Shape.any().needs("region"), ofPhones());
    }

    private static Shape ofPhones() {
        Shape phone = Shape.where("normalise", "phone");
        Shape named = Shape.where("name", "phone").without("normalise");
        return Shape.anyOf(phone, named);
    }

    private static Shape matching(HomeNames names) {
        Shape named = Shape.of("string").with("pattern", "\\S");
        Shape field = Shape.anyOf(
                Shape.any().with("enum", List.copyOf(names.traits())),
                named,
                Shape.map()
                        .key("field", Scalars.offered(names.traits()).means("The name of a trait."))
                        .key("kind", Scalars.word(words(Kind.values())).means("What it holds."))
                        .needs("field"));
        Shape block = Shape.map()
                .key(
                        "compare",
                        Shape.anyOf(
                                        field,
                                        Scalars.list(field).with("minItems", 1).with("uniqueItems", true))
                                .means("The traits that tell who is alike."))
                .key(
                        "merge_above",
                        Scalars.probability()
                                .means("As likely as that, or more: one person.")
                                .usually(Matching.MERGE_ABOVE))
                .key(
                        "review_above",
                        Scalars.probability()
                                .means("Between the two, a person decides, with hub review.")
                                .usually(Matching.REVIEW_ABOVE));
        return Shape.anyOf(Shape.any().with("enum", List.of("on", "off", true, false)), Scalars.placeholder(), block)
                .means("Beside identifiers: who is alike enough to be one person. off: identifiers alone.");
    }

    private static Shape survivorship(HomeNames names) {
        List<String> words = words(Survivorship.Kind.values()).stream()
                .filter(word -> !word.equals("source_order"))
                .toList();
        Shape policy = Shape.anyOf(Scalars.word(words), Scalars.list(Scalars.offered(names.connections())));
        Shape survivorship = Shape.of("object")
                .open(policy)
                .means("Where sources disagree: a policy, or connections in the order of trust.")
                .with("propertyNames", Shape.any().with("not", Shape.any().with("pattern", "^consent\\.")));
        List<String> keys = new ArrayList<>(List.of("default"));
        names.traits().stream().filter(trait -> !trait.startsWith("consent.")).forEach(keys::add);
        keys.forEach(key -> survivorship.key(key, policy));
        return survivorship;
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
