package io.serai.config.suggest;

import io.serai.spi.Field.Role;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a mapping to profiles. Used once. */
final class ProfileAdvice {

    private static final Set<String> OWN = Set.of("created_at", "profile_id", "household_id", "household_size");
    private static final Map<Role, String> TRAITS = traits();

    private final String connection;
    private final Stream stream;
    private final Parts parts;
    private final ValueAdvice values;
    private final FoundIdentifiers identifiers;
    private final Set<String> taken = new LinkedHashSet<>();

    ProfileAdvice(String connection, Stream stream, Parts parts, ValueAdvice values, FoundIdentifiers identifiers) {
        this.connection = connection;
        this.stream = stream;
        this.parts = parts;
        this.values = values;
        this.identifiers = identifiers;
    }

    private static Map<Role, String> traits() {
        Map<Role, String> traits = new LinkedHashMap<>();
        for (Role role : List.of(
                Role.EMAIL,
                Role.PHONE,
                Role.FIRST_NAME,
                Role.LAST_NAME,
                Role.BIRTH_DATE,
                Role.STREET,
                Role.POSTCODE,
                Role.CITY,
                Role.COUNTRY)) {
            traits.put(role, Parts.words(role));
        }
        traits.put(Role.FULL_NAME, "name");
        traits.put(Role.CONSENT_EMAIL, "consent.email");
        traits.put(Role.CONSENT_SMS, "consent.sms");
        return Collections.unmodifiableMap(traits);
    }

    List<Suggested> fields() {
        List<Suggested> fields = new ArrayList<>();
        parts.key(stream)
                .filter(key -> !TRAITS.containsKey(key.role()) && !identifiers.isCard(key))
                .ifPresent(key -> fields.add(
                        identifier(identifiers.own(), key, "the key of the record: who it is in " + connection)));
        for (Part part : parts.all()) {
            String trait = TRAITS.get(part.role());
            if (identifiers.isCard(part)) {
                fields.add(identifier(identifiers.card(), part, "a card identifies its holder"));
            } else if (trait != null && taken.add(trait)) {
                fields.add(Suggested.line(trait, values.of(part), part.why()));
                identifiers.note(trait);
            } else if (!parts.isKey(part, stream)) {
                fields.add(new Suggested(free(part), values.plain(part), part.why(), false));
            }
        }
        return fields;
    }

    private Suggested identifier(String field, Part part, String why) {
        taken.add(field);
        identifiers.note(field);
        return Suggested.line(field, values.plain(part), why);
    }

    /** A name that nothing else has. */
    private String free(Part part) {
        String plain = part.fieldName();
        String base = OWN.contains(plain) ? connection.replaceAll("[^\\p{L}\\p{N}_]", "_") + "_" + plain : plain;
        String trait = base;
        for (int number = 2; !taken.add(trait); number++) {
            trait = base + "_" + number;
        }
        return trait;
    }
}
