package io.serai.config;

import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentifierRule.Kind;
import io.serai.identity.IdentityRules;
import io.serai.identity.Matching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the identifiers of {@code config/identity.yaml}. */
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
        return rules(identifiers);
    }

    private static IdentityRules rules(List<IdentifierRule> identifiers) {
        return new IdentityRules(List.copyOf(identifiers), Reading.version(identifiers));
    }

    /** The rules with what is matched: another meaning, so another version. */
    static IdentityRules matching(IdentityRules rules, Optional<Matching> matching) {
        return new IdentityRules(
                rules.identifiers(),
                matching,
                matching.isEmpty() ? rules.version() : Reading.version(rules.identifiers() + " " + matching.get()));
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
}
