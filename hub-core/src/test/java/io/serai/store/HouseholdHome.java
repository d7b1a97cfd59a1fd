package io.serai.store;

import io.serai.identity.IdentifierRule;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.profile.FactReader;
import io.serai.profile.ProfileRow;
import io.serai.profile.Survivors;
import io.serai.profile.Survivorship;
import io.serai.profile.TraitCalculator;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import io.serai.record.StreamName;
import io.serai.record.ValueRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A real store of customers with addresses. */
final class HouseholdHome implements AutoCloseable {

    private static final List<String> FIELDS =
            List.of("id", "email", "phone", "last_name", "street", "postcode", "city");
    static final IdentityRules RULES = new IdentityRules(
            List.of(
                    rule("shop_id", IdentifierRule.Kind.ID, false),
                    rule("email", IdentifierRule.Kind.EMAIL, false),
                    rule("phone", IdentifierRule.Kind.PHONE, true)),
            1);
    static final Mapping CUSTOMERS = mapping();

    /** Orders of people who leave their id and a phone number. */
    static final Mapping ORDERS = new Mapping(
            "shop-orders",
            StreamName.parse("shop/orders"),
            Mapping.Target.ORDER,
            Map.of("id", ValueRule.path("order"), "time", ValueRule.path("time")),
            Map.of("shop_id", ValueRule.path("id"), "phone", ValueRule.path("phone")),
            Optional.empty(),
            1);

    final SqliteDatabase database;
    final Derivation derivation;
    final SqliteIngest ingest;
    final SqliteProfiles profiles;
    final SqliteIdentityDesk desk;
    final SqliteHouseholds households;

    HouseholdHome(Path file) {
        database = SqliteDatabase.openForWriting(file, "test");
        derivation = new Derivation(
                List.of(CUSTOMERS, ORDERS),
                ZoneOffset.UTC,
                new FactReader(Identifiers.of(RULES)),
                RULES,
                new Survivors(Survivorship.DEFAULT),
                new TraitCalculator(List.of()));
        ingest = new SqliteIngest(database, derivation, Clock.systemUTC());
        profiles = new SqliteProfiles(database);
        desk = new SqliteIdentityDesk(database, derivation, ingest, Clock.systemUTC());
        households = new SqliteHouseholds(database, RULES);
    }

    private static IdentifierRule rule(String name, IdentifierRule.Kind kind, boolean shared) {
        return new IdentifierRule(name, 9, kind, "GB", List.of(), shared, IdentifierRule.DEFAULT_MAX_PEOPLE);
    }

    private static Mapping mapping() {
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        FIELDS.forEach(field -> rules.put(field.equals("id") ? "shop_id" : field, ValueRule.path(field)));
        return new Mapping(
                "shop-customers",
                StreamName.parse("shop/customers"),
                Mapping.Target.PROFILE,
                rules,
                Map.of(),
                Optional.empty(),
                1);
    }

    /** A customer: id, email, phone, last_name, street, postcode, city; those left out are not known. */
    static SourceRecord customer(String... values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null && !values[i].isEmpty()) {
                fields.put(FIELDS.get(i), values[i]);
            }
        }
        return new SourceRecord(values[0], fields, false);
    }

    static SourceRecord gone(String id) {
        return new SourceRecord(id, Map.of(), true);
    }

    void keep(SourceRecord... records) {
        ingest.page(CUSTOMERS, Arrays.asList(records));
    }

    /** A trait of the person who has that id in the shop. */
    Object trait(String id, String trait) {
        return person(id).fields().get(trait);
    }

    ProfileRow person(String id) {
        return profiles.after(0, 100_000).stream()
                .filter(row -> ids(row.id()).contains(id))
                .findFirst()
                .orElseThrow();
    }

    /** The shop's ids of everybody's records, by household; people without one stand alone under their profile. */
    Set<Set<String>> partition() {
        Map<Object, Set<String>> households = new HashMap<>();
        for (ProfileRow row : profiles.after(0, 100_000)) {
            Object household =
                    row.fields().getOrDefault("household_id", row.fields().get("profile_id"));
            households.computeIfAbsent(household, any -> new TreeSet<>()).addAll(ids(row.id()));
        }
        return Set.copyOf(households.values());
    }

    /** For every household how many people say that it has how many. */
    Map<String, Set<Object>> sizes() {
        Map<String, Set<Object>> sizes = new TreeMap<>();
        for (ProfileRow row : profiles.after(0, 100_000)) {
            if (row.fields().containsKey("household_id")) {
                sizes.computeIfAbsent((String) row.fields().get("household_id"), any -> new TreeSet<>())
                        .add(row.fields().get("household_size"));
            }
        }
        return sizes;
    }

    /** Forgets all households, numbers too, and finds them as a store does that never had any. */
    void findHouseholdsAnew() {
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM household");
            return Sql.update(connection, "DELETE FROM meta WHERE key LIKE 'household%'");
        });
        households.refreshIfRulesChanged();
    }

    /** People of records that say different things about who they are. */
    List<Long> peopleOfSeveralRecords() {
        return database.read(
                connection -> Sql.list(
                        connection,
                        row -> row.getLong(1),
                        "SELECT profile_id FROM signature WHERE records > 0 GROUP BY profile_id HAVING count(*) > 1 ORDER BY 1"));
    }

    List<Long> records(long profile) {
        return database.read(connection -> Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT rs.record_id FROM signature s JOIN record_state rs ON rs.signature_id = s.id"
                        + " WHERE s.profile_id = ? AND s.records > 0 ORDER BY 1",
                profile));
    }

    private Set<String> ids(long profile) {
        return database.read(connection -> new TreeSet<>(Sql.list(connection, row -> row.getString(1), """
                SELECT r.key FROM signature s JOIN record_state rs ON rs.signature_id = s.id
                JOIN record r ON r.id = rs.record_id WHERE s.profile_id = ? AND s.records > 0""", profile)));
    }

    @Override
    public void close() {
        database.close();
    }
}
