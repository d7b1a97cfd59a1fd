package io.serai.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a table of people mean.
 *
 * @param rules the identifiers that the table has, by their rules
 * @param identifiers column to rule's name
 * @param firstName column of the given name; null for none
 * @param lastName column of the family name; null for none
 * @param birthDate column of the birth date; null for none
 */
public record Columns(
        IdentityRules rules, Map<String, String> identifiers, String firstName, String lastName, String birthDate) {

    private static final Set<String> EMAIL = Set.of("email", "emailaddress", "mail", "emailid", "useremail");
    private static final Set<String> PHONE = Set.of(
            "phone",
            "phonenumber",
            "mobile",
            "mobilenumber",
            "mobilephone",
            "telephone",
            "tel",
            "cell",
            "cellphone",
            "phoneno",
            "homephone",
            "workphone");
    private static final Set<String> NATIONAL = Set.of(
            "ssn",
            "socsecid",
            "socialsecuritynumber",
            "socialsecurityid",
            "socialsecurity",
            "nationalid",
            "nationalinsurancenumber",
            "nino",
            "nhsnumber",
            "passportnumber",
            "passport",
            "taxid",
            "personalnumber");
    private static final Set<String> FIRST =
            Set.of("firstname", "givenname", "forename", "first", "given", "fname", "fnamec1");
    private static final Set<String> LAST =
            Set.of("lastname", "surname", "familyname", "last", "family", "lname", "lnamec1");
    private static final Set<String> BIRTH = Set.of("dob", "birthdate", "dateofbirth", "birthday", "born", "birth");

    /**
     * Guesses from the headers. A column is an identifier when it bears the name of a rule or is an e-mail address or phone
     * number of which there is a rule. Where no rule fits any column, addresses, phone numbers (shared) and numbers of
     * persons by law (social security and the like) are taken; never a column that numbers the rows.
     *
     * @param rules of the installation; may be empty
     */
    public static Columns guess(Collection<String> headers, IdentityRules rules) {
        Map<String, String> identifiers = new LinkedHashMap<>();
        for (String header : headers) {
            rules.identifiers().stream()
                    .filter(rule -> fits(header, rule))
                    .findFirst()
                    .ifPresent(rule -> identifiers.put(header, rule.name()));
        }
        IdentityRules used = rules;
        if (identifiers.isEmpty()) {
            List<IdentifierRule> usual = new ArrayList<>();
            for (String header : headers) {
                usual(header, rules).ifPresent(rule -> {
                    usual.add(rule);
                    identifiers.put(header, rule.name());
                });
            }
            usual.sort((one, two) -> Boolean.compare(one.shared(), two.shared()));
            used = new IdentityRules(List.copyOf(usual), 0);
        }
        return new Columns(used, identifiers, of(headers, FIRST), of(headers, LAST), of(headers, BIRTH));
    }

    /**
     * As told.
     *
     * @param told column by meaning: a given name, family name or birth date by any of its usual names, or an identifier by its
     *     rule's name; an address, phone number or number by law has a rule of its own where there is none
     * @throws IllegalArgumentException for a meaning that is none of these
     */
    public static Columns of(Map<String, String> told, IdentityRules rules) {
        Map<String, String> identifiers = new LinkedHashMap<>();
        List<IdentifierRule> used = new ArrayList<>(rules.identifiers());
        told.forEach((meaning, column) -> {
            if (rules.rule(meaning).isPresent()) {
                identifiers.put(column, meaning);
            } else if (of(Set.of(meaning), FIRST) == null
                    && of(Set.of(meaning), LAST) == null
                    && of(Set.of(meaning), BIRTH) == null) {
                used.add(usual(meaning, rules)
                        .orElseThrow(() -> new IllegalArgumentException("\"" + meaning
                                + "\" is neither an identifier of config/identity.yaml nor first_name, last_name or"
                                + " birth_date")));
                identifiers.put(column, meaning);
            }
        });
        return new Columns(
                new IdentityRules(List.copyOf(used), rules.version()),
                identifiers,
                told.get(of(told.keySet(), FIRST)),
                told.get(of(told.keySet(), LAST)),
                told.get(of(told.keySet(), BIRTH)));
    }

    /** The same without a column. */
    public Columns without(String column) {
        Map<String, String> fewer = new LinkedHashMap<>(identifiers);
        fewer.remove(column);
        return new Columns(
                rules,
                fewer,
                column.equals(firstName) ? null : firstName,
                column.equals(lastName) ? null : lastName,
                column.equals(birthDate) ? null : birthDate);
    }

    private static boolean fits(String header, IdentifierRule rule) {
        String name = plain(header);
        return name.equals(plain(rule.name()))
                || rule.normalise() == IdentifierRule.Kind.EMAIL && EMAIL.contains(name)
                || rule.normalise() == IdentifierRule.Kind.PHONE && PHONE.contains(name);
    }

    private static Optional<IdentifierRule> usual(String header, IdentityRules rules) {
        String name = plain(header);
        if (NATIONAL.contains(name)) {
            return Optional.of(rule(header, 1, IdentifierRule.Kind.ID, "", false));
        }
        if (EMAIL.contains(name)) {
            return Optional.of(rule(header, 5, IdentifierRule.Kind.EMAIL, "", false));
        }
        String region = rules.identifiers().stream()
                .map(IdentifierRule::region)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return PHONE.contains(name)
                ? Optional.of(rule(
                        header, 5, region.isEmpty() ? IdentifierRule.Kind.ID : IdentifierRule.Kind.PHONE, region, true))
                : Optional.empty();
    }

    private static IdentifierRule rule(
            String name, int perProfile, IdentifierRule.Kind kind, String region, boolean shared) {
        return new IdentifierRule(name, perProfile, kind, region, List.of(), shared, IdentifierRule.DEFAULT_MAX_PEOPLE);
    }

    private static String of(Collection<String> headers, Set<String> names) {
        return headers.stream()
                .filter(header -> names.contains(plain(header)))
                .findFirst()
                .orElse(null);
    }

    private static String plain(String header) {
        StringBuilder plain = new StringBuilder();
        header.toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(letter -> plain.append((char) letter));
        return plain.toString();
    }
}
