package io.serai.config;

import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentifierRule.Kind;
import io.serai.identity.IdentityRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the identifiers of {@code config/identity.yaml}, and validates its {@code matching:}. */
final class IdentityFile {

    private static final Map<String, Kind> KINDS = Map.of("email", Kind.EMAIL, "phone", Kind.PHONE, "id", Kind.ID);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private IdentityFile() {}

    /** The rules of a home that has no identity.yaml: email links, phone links where names agree. */
    static IdentityRules standard() {
        return rules(List.of(
                new IdentifierRule("email", 5, Kind.EMAIL, "", List.of(), false, IdentifierRule.DEFAULT_MAX_PEOPLE),
                new IdentifierRule("phone", 5, Kind.PHONE, "", List.of(), true, IdentifierRule.DEFAULT_MAX_PEOPLE)));
    }

    static IdentityRules read(Section file, Reading reading) {
        file.require("identifiers");
        List<IdentifierRule> identifiers = new ArrayList<>();
        Map<String, Position> names = new HashMap<>();
        for (YamlNode item : file.items("identifiers")) {
            identifier(item, reading, names).ifPresent(identifiers::add);
        }
        matching(file, reading);
        return rules(identifiers);
    }

    private static IdentityRules rules(List<IdentifierRule> identifiers) {
        return new IdentityRules(List.copyOf(identifiers), Reading.version(identifiers));
    }

    private static Optional<IdentifierRule> identifier(YamlNode item, Reading reading, Map<String, Position> names) {
        Section rule = Section.of(item, "an identifier", reading.problems()).require("name");
        Optional<String> name = rule.text("name");
        Kind standard = KINDS.getOrDefault(name.orElse(""), Kind.ID);
        Kind normalise = rule.choice("normalise", KINDS).orElse(standard);
        IdentifierRule read = new IdentifierRule(
                name.orElse(""),
                rule.whole("per_profile", 1, Integer.MAX_VALUE).orElse(Integer.MAX_VALUE),
                normalise,
                region(rule, normalise),
                rule.texts("ignore").stream()
                        .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT))
                        .toList(),
                rule.flag("shared").orElse(false),
                rule.whole("max_people", 1, Integer.MAX_VALUE).orElse(IdentifierRule.DEFAULT_MAX_PEOPLE));
        rule.finish();
        Position first =
                name.map(written -> names.putIfAbsent(written, rule.at("name"))).orElse(null);
        if (first != null) {
            reading.problems()
                    .error(
                            rule.at("name"),
                            "The identifier \"" + name.get() + "\" stands here twice.",
                            "It is already on line " + first.line() + ".");
            return Optional.empty();
        }
        name.ifPresent(written -> reading.expect(written, rule.at("name")));
        return name.map(written -> read);
    }

    private static String region(Section rule, Kind normalise) {
        Optional<String> region =
                rule.typed("region", "a country of two letters, such as GB", text -> Optional.of(text.strip())
                        .filter(COUNTRIES::contains));
        if (region.isPresent() && normalise != Kind.PHONE) {
            rule.problems()
                    .error(
                            rule.at("region"),
                            "\"region\" is for phone numbers only.",
                            "Add normalise: phone, or take it away.");
        }
        return region.orElse("");
    }

    private static void matching(Section file, Reading reading) {
        Optional<YamlNode> matching = file.node("matching");
        if (matching.isEmpty()
                || matching.get() instanceof YamlScalar scalar
                        && Set.of("off", "false").contains(scalar.text())) {
            return;
        }
        if (matching.get() instanceof YamlScalar) {
            reading.problems()
                    .error(
                            matching.get().position(),
                            "\"matching\" must be off or a map, not "
                                    + matching.get().shown() + ".");
            return;
        }
        int before = reading.problems().errors();
        Section block =
                Section.of(matching.get(), "\"matching\"", reading.problems()).require("compare");
        for (YamlScalar trait : block.scalars("compare")) {
            reading.refer(Reference.Kind.TRAIT, trait.text(), trait.position());
        }
        double merge = probability(block, "merge_above").orElse(0.99);
        double review = probability(block, "review_above").orElse(0.80);
        if (review > merge) {
            reading.problems()
                    .error(block.at("review_above"), "\"review_above\" must not be more than \"merge_above\".");
        }
        block.finish();
        if (reading.problems().errors() == before) {
            reading.problems()
                    .warning(
                            block.position(),
                            "\"matching\" is read, but this version links by identifiers only.",
                            "Write matching: off to say so.");
        }
    }

    private static Optional<Double> probability(Section block, String key) {
        Optional<Double> number = block.number(key).map(Number::doubleValue);
        if (number.isPresent() && (number.get() <= 0 || number.get() > 1)) {
            block.problems().error(block.at(key), "\"" + key + "\" must be more than 0 and at most 1.");
            return Optional.empty();
        }
        return number;
    }
}
