package io.serai.identity;

import io.serai.identity.compare.Blank;
import io.serai.identity.compare.Junk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes identifiers of what records say. Safe for use by several threads. */
public final class Identifiers {

    private record Entry(Normaliser normaliser, Set<String> ignored, List<Pattern> patterns) {}

    private final Map<String, Entry> entries = new HashMap<>();

    private Identifiers(IdentityRules rules) {
        for (IdentifierRule rule : rules.identifiers()) {
            Normaliser normaliser = Normaliser.of(rule);
            Set<String> ignored = new HashSet<>();
            List<Pattern> patterns = new ArrayList<>();
            for (String ignore : rule.ignore()) {
                String lower = Blank.strip(ignore).toLowerCase(Locale.ROOT);
                if (lower.indexOf('*') >= 0) {
                    patterns.add(new Pattern(lower));
                } else if (!lower.isEmpty()) {
                    ignored.add(lower);
                    String canonical = normaliser.normalise(lower);
                    if (canonical != null) {
                        ignored.add(canonical.toLowerCase(Locale.ROOT));
                    }
                }
            }
            entries.putIfAbsent(rule.name(), new Entry(normaliser, Set.copyOf(ignored), List.copyOf(patterns)));
        }
    }

    /** Identifiers of these rules. */
    public static Identifiers of(IdentityRules rules) {
        return new Identifiers(rules);
    }

    /** Whether there is a rule of that name. */
    public boolean isIdentifier(String name) {
        return entries.containsKey(name);
    }

    /**
     * The identifier that a record names.
     *
     * @param name the rule's name
     * @param value as the mapping gives it: text, a number; null for none
     * @return empty when the value is none of its kind, junk ("test@test.com", "000-0000", "n/a") or ignored by the rule: then
     *     it is a trait as little as an identifier
     * @throws IllegalArgumentException when there is no rule of that name
     */
    public Optional<Identifier> normalise(String name, Object value) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no identifier of config/identity.yaml; add it to identifiers:");
        }
        String text = text(value);
        if (text == null || Junk.isWord(text)) {
            return Optional.empty();
        }
        String canonical = entry.normaliser().normalise(text);
        return canonical == null || isIgnored(entry, text, canonical)
                ? Optional.empty()
                : Optional.of(new Identifier(name, canonical));
    }

    private static boolean isIgnored(Entry entry, String text, String canonical) {
        if (entry.ignored().isEmpty() && entry.patterns().isEmpty()) {
            return false;
        }
        String lower = canonical.toLowerCase(Locale.ROOT);
        String written = text.toLowerCase(Locale.ROOT);
        return entry.ignored().contains(lower)
                || entry.ignored().contains(written)
                || matchesOne(entry.patterns(), lower, written);
    }

    private static boolean matchesOne(List<Pattern> patterns, String lower, String written) {
        for (Pattern pattern : patterns) {
            if (pattern.matches(lower) || pattern.matches(written)) {
                return true;
            }
        }
        return false;
    }

    private static String text(Object value) {
        if (value == null || value instanceof Boolean) {
            return null;
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : null;
        }
        return value instanceof BigDecimal decimal ? plain(decimal) : Blank.strip(value.toString());
    }

    /** 12.0 is 12: a spreadsheet or a driver made a fraction of a whole number. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
