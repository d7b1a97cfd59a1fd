package io.serai.profile;

import io.serai.identity.compare.Comparison;
import io.serai.identity.compare.Kind;
import io.serai.identity.match.Field;
import io.serai.record.RecordHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads from a person's surviving traits where the person lives and what the family is called. */
public final class Residence {

    private static final List<String> NUMBERS = List.of("house_number", "street_number");
    private static final List<String> STREETS =
            List.of("street", "street_address", "address", "address1", "address_1", "address_line1", "address_line_1");
    private static final List<String> SECOND_LINES =
            List.of("street2", "address2", "address_2", "address_line2", "address_line_2", "flat", "unit", "apartment");
    private static final List<String> POSTCODES =
            List.of("postcode", "post_code", "postal_code", "zip", "zip_code", "zipcode");
    private static final List<String> CITIES = List.of("city", "town", "locality", "suburb");
    private static final List<String> FAMILY_NAMES = List.of("last_name", "surname", "family_name");
    private static final List<String> FULL_NAMES = List.of("name", "full_name");
    private static final List<String> PHONES = List.of("phone", "mobile", "phone_number", "telephone");
    private static final List<String> EMAILS = List.of("email", "email_address");

    private final Comparison street = Comparison.of(Kind.STREET);
    private final Comparison postcode = Comparison.of(Kind.POSTCODE);
    private final Comparison city = Comparison.of(Kind.CITY);
    private final Comparison familyName = Comparison.of(Kind.FAMILY_NAME);
    private final Comparison phone = Comparison.of(Kind.PHONE);
    private final Comparison email = Comparison.of(Kind.EMAIL);

    private final List<String> streets;
    private final List<String> postcodes;
    private final List<String> cities;
    private final List<String> familyNames;
    private final List<String> fullNames;
    private final List<String> phones;
    private final List<String> emails;

    /** @param compared the traits that matching compares: those of a fitting kind are read first, then those of usual names */
    public Residence(Collection<Field> compared) {
        streets = names(compared, Kind.STREET, STREETS);
        postcodes = names(compared, Kind.POSTCODE, POSTCODES);
        cities = names(compared, Kind.CITY, CITIES);
        familyNames = names(compared, Kind.FAMILY_NAME, FAMILY_NAMES);
        fullNames = names(compared, Kind.FULL_NAME, FULL_NAMES);
        phones = names(compared, Kind.PHONE, PHONES);
        emails = names(compared, Kind.EMAIL, EMAILS);
    }

    private static List<String> names(Collection<Field> compared, Kind kind, List<String> usual) {
        return Stream.concat(
                        compared.stream()
                                .filter(field -> field.kind() == kind)
                                .map(Field::name)
                                .filter(name -> !SECOND_LINES.contains(name)),
                        usual.stream())
                .distinct()
                .toList();
    }

    /** The traits that are read. */
    public Set<String> traits() {
        Set<String> traits = new TreeSet<>(NUMBERS);
        List.of(streets, SECOND_LINES, postcodes, cities, familyNames, fullNames, phones, emails)
                .forEach(traits::addAll);
        return traits;
    }

    /**
     * The address in one way of writing: street with house number, and the postcode, else the town.
     *
     * @return empty when the street, or both of the others, are not known
     */
    public Optional<String> address(Map<String, Object> traits) {
        String main = first(traits, streets);
        if (main == null) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(3);
        for (String line : new String[] {first(traits, NUMBERS), main, first(traits, SECOND_LINES)}) {
            if (line != null) {
                lines.add(line);
            }
        }
        String where = street.canonicalOf(String.join(" ", lines));
        String code = postcode.canonicalOf(first(traits, postcodes));
        String town = code == null ? city.canonicalOf(first(traits, cities)) : null;
        if (where == null || code == null && town == null) {
            return Optional.empty();
        }
        return Optional.of(where + "\n" + (code == null ? "in " + town : code));
    }

    /** A number that people of one address share, and hardly any others. */
    public static long block(String address) {
        return RecordHash.of(address);
    }

    /** The surname, for comparison; null when it is not known. */
    public Object familyName(Map<String, Object> traits) {
        return familyName(writtenFamilyName(traits));
    }

    /** The surname as it was written, which may be null, for comparison; null when it says nothing. */
    public Object familyName(String written) {
        return familyName.parse(written);
    }

    /** The surname as it was written; null when it is not known. */
    public String writtenFamilyName(Map<String, Object> traits) {
        String written = first(traits, familyNames);
        if (written != null) {
            return written;
        }
        String whole = first(traits, fullNames);
        return whole == null ? null : lastPart(whole.strip());
    }

    /** Phone numbers and e-mail addresses among the traits, those that are identifiers left out. */
    public Set<String> contacts(Map<String, Object> traits, Set<String> identifiers) {
        Set<String> contacts = new TreeSet<>();
        add(contacts, traits, phones, identifiers, "phone", phone);
        add(contacts, traits, emails, identifiers, "email", email);
        return contacts;
    }

    private static void add(
            Set<String> contacts,
            Map<String, Object> traits,
            List<String> names,
            Set<String> identifiers,
            String kind,
            Comparison comparison) {
        for (String name : names) {
            Object parsed = identifiers.contains(name) ? null : comparison.parse(text(traits, name));
            if (parsed != null) {
                contacts.add(kind + " " + comparison.canonical(parsed));
            }
        }
    }

    /** "Ann van Dyk" is of the family Dyk, and so is "Dyk, Ann". */
    private static String lastPart(String whole) {
        int comma = whole.indexOf(',');
        return comma > 0 ? whole.substring(0, comma) : whole.substring(whole.lastIndexOf(' ') + 1);
    }

    private static String first(Map<String, Object> traits, List<String> names) {
        for (String name : names) {
            String text = text(traits, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String text(Map<String, Object> traits, String name) {
        Object value = traits.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }
}
