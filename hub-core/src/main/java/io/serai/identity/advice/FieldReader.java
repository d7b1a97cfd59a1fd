package io.serai.identity.advice;

import io.serai.identity.Evidence;
import io.serai.identity.IdentifierRule;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.identity.compare.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what fields say: their kind by name or by the looks of their values, and their values so that equal ones are equal. */
final class FieldReader {

    private final IdentityRules today;
    private final Function<String, Optional<Kind>> usual;
    private final Map<String, FieldFacts> fields;
    private final Map<String, Identifiers> normalisers = new HashMap<>();

    FieldReader(IdentityRules today, Function<String, Optional<Kind>> usual, Map<String, FieldFacts> fields) {
        this.today = today;
        this.usual = usual;
        this.fields = fields;
    }

    boolean isUsual(String name) {
        return usual.apply(name).isPresent();
    }

    Kind kindOf(String name) {
        Optional<Kind> named = usual.apply(name);
        if (named.isPresent() || today.rule(name).isPresent()) {
            return named.orElse(null);
        }
        FieldFacts facts = fields.get(name);
        if (facts == null) {
            return null;
        }
        return facts.looksLikeEmails()
                ? Kind.EMAIL
                : facts.looksLikePhones() && name.matches(".*(phone|mobile|tel|cell|handy).*") ? Kind.PHONE : null;
    }

    IdentifierRule.Kind ruleKind(String name) {
        Kind kind = kindOf(name);
        return kind == Kind.EMAIL
                ? IdentifierRule.Kind.EMAIL
                : kind == Kind.PHONE ? IdentifierRule.Kind.PHONE : IdentifierRule.Kind.ID;
    }

    static Optional<String> text(String name, Object value) {
        if (value == null || value instanceof Boolean || value instanceof Iterable<?> || value instanceof Map<?, ?>) {
            return Optional.empty();
        }
        String text = value.toString().strip();
        return text.isEmpty() || name.startsWith("consent.") ? Optional.empty() : Optional.of(text);
    }

    /** Equal for equal values of an identifier; empty for junk, and for fields that are no identifier by their name. */
    Optional<String> canonical(String name, String text) {
        Optional<Kind> kind = usual.apply(name);
        if (kind.isPresent()
                && kind.get() != Kind.EMAIL
                && kind.get() != Kind.PHONE
                && today.rule(name).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> canonical = normaliser(name).normalise(name, text).map(found -> found.value());
        boolean phone = kind.filter(Kind.PHONE::equals).isPresent();
        return phone ? canonical.map(FieldReader::lastNine).filter(digits -> digits.length() >= 7) : canonical;
    }

    /** Numbers are compared before their country is known. */
    private static String lastNine(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - 9));
    }

    private Identifiers normaliser(String name) {
        return normalisers.computeIfAbsent(name, key -> {
            IdentifierRule.Kind kind =
                    ruleKind(name) == IdentifierRule.Kind.EMAIL ? IdentifierRule.Kind.EMAIL : IdentifierRule.Kind.ID;
            IdentifierRule plain = new IdentifierRule(
                    name,
                    1,
                    kind,
                    "",
                    today.rule(name).map(IdentifierRule::ignore).orElse(List.of()),
                    false,
                    1);
            return Identifiers.of(new IdentityRules(List.of(plain), 0));
        });
    }

    String given(Map<String, ?> said) {
        for (Kind kind : List.of(Kind.GIVEN_NAME, Kind.FULL_NAME)) {
            for (Map.Entry<String, ?> field : said.entrySet()) {
                if (usual.apply(field.getKey()).filter(kind::equals).isPresent()) {
                    String name = Evidence.of(field.getValue(), null, null).firstName();
                    if (name != null) {
                        return name;
                    }
                }
            }
        }
        return "";
    }
}
