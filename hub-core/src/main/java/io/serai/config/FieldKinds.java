package io.serai.config;

import io.serai.identity.compare.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which kind of value a field holds: by the words of {@code kind:}, or by the field's name where that is one of the usual. */
public final class FieldKinds {

    /** In the order in which fields are compared when nobody names them. */
    private static final Map<Kind, Set<String>> NAMES = names();

    /** Kinds for what has no usual name. */
    static final List<String> OTHERS = List.of("exact", "number", "date", "geo", "full_name");

    private FieldKinds() {}

    private static Map<Kind, Set<String>> names() {
        Map<Kind, Set<String>> names = new LinkedHashMap<>();
        names.put(Kind.GIVEN_NAME, Set.of("firstname", "givenname", "forename", "fname", "vorname", "prenom"));
        names.put(
                Kind.FAMILY_NAME,
                Set.of("lastname", "familyname", "surname", "lname", "nachname", "familienname", "nomdefamille"));
        names.put(Kind.FULL_NAME, Set.of("name", "fullname", "displayname", "customername", "personname"));
        names.put(
                Kind.BIRTH_DATE,
                Set.of("birthdate", "dateofbirth", "dob", "birthday", "born", "bornon", "geburtsdatum"));
        names.put(
                Kind.STREET,
                Set.of("street", "streetaddress", "address", "address1", "addressline1", "streetname", "strasse"));
        names.put(Kind.POSTCODE, Set.of("postcode", "postalcode", "zip", "zipcode", "plz"));
        names.put(Kind.CITY, Set.of("city", "town", "suburb", "locality", "ort"));
        names.put(Kind.EMAIL, Set.of("email", "emailaddress", "mail"));
        names.put(
                Kind.PHONE,
                Set.of("phone", "phonenumber", "mobile", "mobilephone", "mobilenumber", "telephone", "tel", "cell"));
        return Collections.unmodifiableMap(names);
    }

    /** The words of {@code kind:}. */
    static Map<String, Kind> words() {
        Map<String, Kind> words = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            words.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
        return Map.copyOf(words);
    }

    /** What a field of that name holds, where the name is a usual one. */
    public static Optional<Kind> of(String field) {
        String plain = field.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The fields whose names are usual ones: names first, then birth dates, addresses and what reaches people. */
    static List<String> usual(Set<String> fields) {
        List<String> usual = new ArrayList<>();
        for (Kind kind : NAMES.keySet()) {
            fields.stream()
                    .sorted()
                    .filter(field -> of(field).filter(kind::equals).isPresent())
                    .forEach(usual::add);
        }
        return usual;
    }
}
