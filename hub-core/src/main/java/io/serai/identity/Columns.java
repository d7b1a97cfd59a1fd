package io.serai.identity;

import io.serai.identity.compare.Kind;
import io.serai.identity.match.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a table of people mean.
 *
 * @param rules the identifiers that the table has, by their rules
 * @param identifiers column to rule's name
 * @param fields what is compared, in the order of the columns
 * @param ignored column to the reason why it is no evidence
 */
public record Columns(
        IdentityRules rules, Map<String, String> identifiers, List<Meaning> fields, Map<String, String> ignored) {

    /** Guesses from the headers alone; see {@link #guess(List, List, IdentityRules)}. */
    public static Columns guess(Collection<String> headers, IdentityRules rules) {
        return guess(List.copyOf(headers), List.of(), rules);
    }

    /**
     * Guesses from headers and values. A column of the name of a compared field is compared by the kind that is declared for it. A
     * column is an identifier when it bears the name of a rule or is an e-mail address or phone number of which there is a rule. Where no rule fits any column, addresses, phone numbers (shared) and numbers of
     * persons by law (social security and the like) are taken; never a column that numbers the rows.
     *
     * @param rows aligned with the headers, the more the better: only all rows tell whether a column is unique
     * @param rules of the installation; may be empty
     */
    public static Columns guess(List<String> headers, List<String[]> rows, IdentityRules rules) {
        List<ColumnSenses.Column> columns = ColumnSenses.of(headers, rows);
        ColumnFields fields = new ColumnFields(columns, region(rules), declared(headers, rules));
        Map<String, String> identifiers = new LinkedHashMap<>();
        List<String> filled = columns.stream()
                .filter(column -> !column.values().isEmpty())
                .map(ColumnSenses.Column::name)
                .toList();
        for (String header : filled) {
            rules.identifiers().stream()
                    .filter(rule -> fits(header, rule))
                    .findFirst()
                    .ifPresent(rule -> identifiers.put(header, rule.name()));
        }
        IdentityRules used = rules;
        if (identifiers.isEmpty()) {
            List<IdentifierRule> usual = new ArrayList<>();
            for (String header : filled) {
                usual(header, rules).ifPresent(rule -> {
                    usual.add(rule);
                    identifiers.put(header, rule.name());
                });
            }
            usual.sort((one, two) -> Boolean.compare(one.shared(), two.shared()));
            used = new IdentityRules(List.copyOf(usual), 0);
        }
        return new Columns(used, identifiers, fields.fields(), fields.ignored());
    }

    /** As told, of a table whose rows are not known yet; see {@link #of(Map, List, List, IdentityRules)}. */
    public static Columns of(Map<String, String> told, IdentityRules rules) {
        return of(told, List.of(), List.of(), rules);
    }

    /**
     * As told. Columns that are not told are not used.
     *
     * @param told column by meaning: a given name, birth date, street and so on by any of its usual names, an identifier by its
     *     rule's name, or a name of one's own with a kind ("nickname:text"). Several columns of one meaning have a plus between
     *     them. An entry may be the other way round where the headers tell.
     * @param headers empty when not known
     * @param rows aligned with the headers; may be empty
     * @throws IllegalArgumentException for a meaning that is none of these, and for a column that is not there
     */
    public static Columns of(Map<String, String> told, List<String> headers, List<String[]> rows, IdentityRules rules) {
        return new ToldColumns(headers, rows, rules).read(told);
    }

    /** Column to the field of {@code compare:} in {@code config/identity.yaml} that bears its name. */
    private static Map<String, Field> declared(List<String> headers, IdentityRules rules) {
        Map<String, Field> declared = new LinkedHashMap<>();
        for (Field field : rules.matching().map(Matching::fields).orElse(List.of())) {
            String plain = Header.of(field.name()).plain();
            headers.stream()
                    .filter(header -> Header.of(header).plain().equals(plain))
                    .findFirst()
                    .ifPresent(header -> declared.put(header, field));
        }
        return declared;
    }

    /**
     * The same where only identifiers decide. Names and birth dates are still the evidence of shared ones.
     *
     * @param why the other columns are not compared
     */
    public Columns identifiersAlone(String why) {
        Map<String, String> more = new LinkedHashMap<>(ignored);
        for (Meaning field : fields) {
            for (String column : field.columns()) {
                if (!identifiers.containsKey(column)) {
                    more.put(column, why);
                }
            }
        }
        identifiers.keySet().forEach(more::remove);
        return new Columns(rules, identifiers, fields, more);
    }

    /** The same without a column. */
    public Columns without(String column) {
        Map<String, String> fewer = new LinkedHashMap<>(identifiers);
        fewer.remove(column);
        List<Meaning> left = fields.stream()
                .filter(field -> !field.columns().equals(List.of(column)))
                .map(field -> new Meaning(
                        field.name(),
                        field.kind(),
                        field.settings(),
                        field.columns().stream()
                                .filter(each -> !each.equals(column))
                                .toList()))
                .toList();
        Map<String, String> more = new LinkedHashMap<>(ignored);
        more.put(column, "left out");
        return new Columns(rules, fewer, left, more);
    }

    /** Column of the given name; null for none. */
    public String firstName() {
        return first(Kind.GIVEN_NAME);
    }

    /** Column of the family name; null for none. */
    public String lastName() {
        return first(Kind.FAMILY_NAME);
    }

    /** Column of the birth date; null for none. */
    public String birthDate() {
        return first(Kind.BIRTH_DATE);
    }

    private String first(Kind kind) {
        return fields.stream()
                .filter(field -> field.kind() == kind)
                .findFirst()
                .map(field -> field.columns().get(0))
                .orElse(null);
    }

    private static boolean fits(String header, IdentifierRule rule) {
        Header read = Header.of(header);
        return read.plain().equals(Header.of(rule.name()).plain())
                || rule.normalise() == IdentifierRule.Kind.EMAIL && read.sense() == Sense.EMAIL
                || rule.normalise() == IdentifierRule.Kind.PHONE && read.sense() == Sense.PHONE;
    }

    /** The rule for a column that is an identifier wherever it is found. */
    static Optional<IdentifierRule> usual(String header, IdentityRules rules) {
        return switch (Header.of(header).sense()) {
            case NATIONAL -> Optional.of(rule(header, 1, IdentifierRule.Kind.ID, "", false));
            case EMAIL -> Optional.of(rule(header, 5, IdentifierRule.Kind.EMAIL, "", false));
            case PHONE ->
                Optional.of(rule(
                        header,
                        5,
                        region(rules).isEmpty() ? IdentifierRule.Kind.ID : IdentifierRule.Kind.PHONE,
                        region(rules),
                        true));
            default -> Optional.empty();
        };
    }

    static String region(IdentityRules rules) {
        return rules.identifiers().stream()
                .map(IdentifierRule::region)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static IdentifierRule rule(
            String name, int perProfile, IdentifierRule.Kind kind, String region, boolean shared) {
        return new IdentifierRule(name, perProfile, kind, region, List.of(), shared, IdentifierRule.DEFAULT_MAX_PEOPLE);
    }
}
