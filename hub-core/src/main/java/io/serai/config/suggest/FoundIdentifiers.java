package io.serai.config.suggest;

import io.serai.identity.IdentityRules;
import io.serai.identity.advice.HomeCountry;
import io.serai.spi.Field.Role;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which fields point at people, and the rules that {@code config/identity.yaml} lacks for them. */
final class FoundIdentifiers {

    private static final Set<String> CARDS =
            Set.of("card", "loyalty", "loyaltycard", "cardnumber", "loyaltynumber", "member");
    private static final Set<String> OWNERS =
            Set.of("customer", "contact", "client", "buyer", "person", "user", "account", "member", "subscriber");

    private final String connection;
    private final IdentityRules rules;
    private final ZoneId zone;
    private final Map<String, Suggested> missing = new LinkedHashMap<>();

    FoundIdentifiers(String connection, IdentityRules rules, ZoneId zone) {
        this.connection = connection;
        this.rules = rules;
        this.zone = zone;
    }

    /** What the ids of this account's people are called in the hub. */
    String own() {
        return connection.replaceAll("[^\\p{L}\\p{N}_]", "_") + "_id";
    }

    String card() {
        return rules.rule("card").isPresent() ? "card" : "loyalty";
    }

    boolean isCard(Part part) {
        return CARDS.contains(Part.plain(part.path())) && (part.role() == Role.NONE || part.role() == Role.ID);
    }

    /** {@code customer.id}, {@code customer_id}: the key of the person that an order is of. */
    static boolean isOwner(Part part) {
        String plain = part.path().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return OWNERS.stream().anyMatch(owner -> plain.equals(owner + "id") || plain.equals(owner));
    }

    boolean isKnown(String identifier) {
        return rules.rule(identifier).isPresent();
    }

    /** Remembers an identifier that has no rule yet; other fields are none. */
    void note(String field) {
        boolean reach = field.equals("email") || field.equals("phone");
        if (isKnown(field) || !reach && !field.equals(own()) && !field.equals(card())) {
            return;
        }
        String region = HomeCountry.of(zone)
                .filter(country -> field.equals("phone"))
                .map(country -> ", region: " + Yaml.text(country))
                .orElse("");
        missing.putIfAbsent(
                field,
                reach
                        ? Suggested.line(
                                field,
                                "{ name: " + field + ", per_profile: 5, normalise: " + field + region
                                        + ", shared: true }",
                                "shared: a family may use one, so it links only people whose names agree")
                        : Suggested.line(field, "{ name: " + field + ", per_profile: 3 }", "some people have two"));
    }

    /** The rules that are missing. */
    List<Suggested> missing() {
        return List.copyOf(missing.values());
    }
}
