package io.serai.config.suggest;

import io.serai.identity.Columns;
import io.serai.identity.IdentityRules;
import io.serai.identity.Meaning;
import io.serai.spi.Field;
import io.serai.spi.Field.Role;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the fields of a stream mean: as it declares them, and else as their names and values tell. */
final class Parts {

    private static final Map<String, Role> BY_MEANING = Map.of(
            "email", Role.EMAIL,
            "phone", Role.PHONE,
            "first_name", Role.FIRST_NAME,
            "last_name", Role.LAST_NAME,
            "name", Role.FULL_NAME,
            "birth_date", Role.BIRTH_DATE,
            "street", Role.STREET,
            "postcode", Role.POSTCODE,
            "city", Role.CITY,
            "country", Role.COUNTRY);

    private final List<Part> parts = new ArrayList<>();

    private Parts() {}

    /** The fields that a stream declares come first; those that only the sample has are guessed. */
    static Parts of(Stream stream, Sample sample, IdentityRules rules) {
        Parts parts = new Parts();
        Set<String> declared = new LinkedHashSet<>();
        for (Field field : stream.fields()) {
            declared.add(field.name());
            String why = field.role() == Role.NONE
                    ? field.description()
                    : "the stream says: " + words(field.role()).replace('_', ' ');
            parts.parts.add(new Part(field.name(), field.role(), why));
        }
        Set<String> others = new LinkedHashSet<>(sample.paths());
        others.removeAll(declared);
        if (declared.isEmpty()) {
            others.addAll(
                    stream.key().stream().filter(key -> !key.equals("line")).toList());
        }
        parts.guess(List.copyOf(others), sample, rules);
        return parts;
    }

    private void guess(List<String> paths, Sample sample, IdentityRules rules) {
        Map<String, String> byHeader = new LinkedHashMap<>();
        paths.forEach(path -> byHeader.put(byHeader.containsKey(Part.last(path)) ? path : Part.last(path), path));
        List<String> headers = List.copyOf(byHeader.keySet());
        Columns columns = Columns.guess(headers, sample.rows(List.copyOf(byHeader.values())), rules);
        Map<String, Role> meant = new HashMap<>();
        for (Meaning meaning : columns.fields()) {
            Role role = BY_MEANING.get(meaning.name().replaceFirst("_\\d+$", ""));
            if (role != null && meaning.columns().size() == 1) {
                meant.put(byHeader.get(meaning.columns().get(0)), role);
            }
        }
        for (String path : paths) {
            Optional<Role> named = Part.named(path).filter(role -> fits(role, sample.values(path)));
            Role role = named.orElse(meant.getOrDefault(path, Role.NONE));
            parts.add(new Part(path, role, why(role, sample.values(path).isEmpty())));
        }
    }

    private static String why(Role role, boolean nameOnly) {
        return role == Role.NONE ? "" : "guessed from its name" + (nameOnly ? "" : " and values");
    }

    /** Numbers are no times and no words, and the other way round. */
    private static boolean fits(Role role, List<String> values) {
        boolean numbers = !values.isEmpty() && values.stream().allMatch(value -> value.matches("-?[\\d.,]+"));
        return switch (role) {
            case ORDER_TOTAL, QUANTITY, PRICE -> values.isEmpty() || numbers;
            case CONSENT_EMAIL, CONSENT_SMS -> values.stream().distinct().count() <= 8;
            default -> true;
        };
    }

    /** A role as files write it. */
    static String words(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    List<Part> all() {
        return parts;
    }

    /** The first field of a role. */
    Optional<Part> first(Role role) {
        return parts.stream().filter(part -> part.role() == role).findFirst();
    }

    boolean has(Role role) {
        return first(role).isPresent();
    }

    /** The first field of one of these names. */
    Optional<Part> named(Set<String> names) {
        return parts.stream()
                .filter(part -> names.contains(Part.plain(part.path())))
                .findFirst();
    }

    /** The field that is the key of a record, where it is one. */
    Optional<Part> key(Stream stream) {
        return parts.stream().filter(part -> isKey(part, stream)).findFirst();
    }

    boolean isKey(Part part, Stream stream) {
        return stream.key().size() == 1 && part.path().equals(stream.key().get(0))
                || stream.key().isEmpty() && part.role() == Role.ID;
    }
}
