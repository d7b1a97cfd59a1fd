package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.identity.Matching;
import io.serai.profile.Residence;
import io.serai.profile.Resident;
import io.serai.record.RecordHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What the store knows of people for telling with whom they live. */
final class Residents {

    private final Connection connection;
    private final Residence residence;
    private final Set<String> identifiers;
    private final Set<String> contacts;
    /** The traits that are looked at. */
    private final Set<String> reading;

    Residents(Connection connection, IdentityRules rules) {
        this.connection = connection;
        this.residence = residence(rules);
        reading = residence.traits();
        identifiers = rules.identifiers().stream().map(IdentifierRule::name).collect(Collectors.toSet());
        contacts = contacts(rules);
    }

    /** The names of identifiers by which people are reached. */
    static Set<String> contacts(IdentityRules rules) {
        return rules.identifiers().stream()
                .filter(rule -> rule.normalise() != IdentifierRule.Kind.ID)
                .map(IdentifierRule::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Residence residence(IdentityRules rules) {
        return new Residence(rules.matching().map(Matching::fields).orElse(List.of()));
    }

    /** Whether one of some traits is read here. */
    boolean read(Set<String> traits) {
        return !Collections.disjoint(reading, traits);
    }

    Optional<String> address(Map<String, Object> traits) {
        return residence.address(traits);
    }

    /** The surname as it was written; null when it is not known. */
    String writtenFamilyName(Map<String, Object> traits) {
        return residence.writtenFamilyName(traits);
    }

    /** A surname for comparison. */
    Object familyName(String written) {
        return residence.familyName(written);
    }

    /** A hash each of the phone numbers and e-mail addresses that somebody is known by, or has among the traits. */
    LongStream contacts(Map<String, Object> traits, Collection<Identifier> known) {
        return LongStream.concat(
                known.stream()
                        .filter(each -> contacts.contains(each.name()))
                        .mapToLong(each -> RecordHash.of(each.name() + " " + each.value())),
                residence.contacts(traits, identifiers).stream().mapToLong(RecordHash::of));
    }

    /**
     * People who have an address.
     *
     * @param known surviving traits of some of them, which need not be stored yet
     */
    List<Resident> read(Collection<Long> people, Map<Long, Map<String, Object>> known) throws SQLException {
        if (people.isEmpty()) {
            return List.of();
        }
        List<Long> others =
                people.stream().filter(person -> !known.containsKey(person)).toList();
        Map<Long, Map<String, Object>> stored = traits(others);
        Map<Long, Set<String>> shared = identifiers(people);
        List<Resident> residents = new ArrayList<>(people.size());
        for (long person : people) {
            Map<String, Object> traits =
                    known.containsKey(person) ? known.get(person) : stored.getOrDefault(person, Map.of());
            Set<String> all = new TreeSet<>(residence.contacts(traits, identifiers));
            all.addAll(shared.getOrDefault(person, Set.of()));
            residence
                    .address(traits)
                    .ifPresent(
                            address -> residents.add(new Resident(person, address, residence.familyName(traits), all)));
        }
        return residents;
    }

    /** What is read of the surviving traits of some people. */
    Map<Long, Map<String, Object>> traits(Collection<Long> people) throws SQLException {
        Map<Long, Map<String, Object>> traits = new TraitTable(connection).load(people);
        traits.values().forEach(known -> known.keySet().retainAll(reading));
        return traits;
    }

    private Map<Long, Set<String>> identifiers(Collection<Long> people) throws SQLException {
        Map<Long, Set<String>> values = new HashMap<>();
        if (!contacts.isEmpty()) {
            Sql.each(
                    connection,
                    row -> values.computeIfAbsent(row.getLong(1), any -> new TreeSet<>())
                            .add(row.getString(2) + " " + row.getString(3)),
                    """
                    SELECT p.value, n.name, i.value FROM json_each(?) p
                    CROSS JOIN signature s ON s.profile_id = p.value AND s.records > 0
                    CROSS JOIN signature_identifier i ON i.signature_id = s.id
                    JOIN identifier_name n ON n.id = i.name_id AND n.name IN (SELECT value FROM json_each(?))""",
                    Sql.json(people),
                    Sql.json(contacts));
        }
        return values;
    }
}
