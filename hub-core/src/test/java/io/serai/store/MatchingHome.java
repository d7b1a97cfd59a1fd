package io.serai.store;

import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.identity.Matching;
import io.serai.identity.compare.Kind;
import io.serai.identity.match.Field;
import io.serai.profile.FactReader;
import io.serai.profile.MergeGuard;
import io.serai.profile.Survivors;
import io.serai.profile.Survivorship;
import io.serai.profile.TraitCalculator;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import io.serai.record.StreamName;
import io.serai.record.ValueRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A store on a real file that matches what two streams say of people, and what a till says of a card. */
final class MatchingHome implements AutoCloseable {

    static final List<Field> FIELDS = List.of(
            new Field("first_name", Kind.GIVEN_NAME),
            new Field("last_name", Kind.FAMILY_NAME),
            new Field("birth_date", Kind.BIRTH_DATE),
            new Field("street", Kind.STREET),
            new Field("postcode", Kind.POSTCODE),
            new Field("city", Kind.CITY),
            new Field("email", Kind.EMAIL),
            new Field("phone", Kind.PHONE));

    static final IdentityRules RULES = rules(1);

    static final Mapping CONTACTS = people("crm/contacts", "crm_id");
    static final Mapping CUSTOMERS = people("shop/customers", "shop_id");
    static final Mapping SALES = new Mapping(
            "till-sales",
            StreamName.parse("till/sales"),
            Mapping.Target.ORDER,
            Map.of(
                    "id", ValueRule.path("id"),
                    "time", ValueRule.path("time"),
                    "total", ValueRule.path("total")),
            Map.of("email", ValueRule.path("email")),
            Optional.empty(),
            1);

    final SqliteDatabase database;
    final Derivation derivation;
    final SqliteIngest ingest;
    final SqliteIdentityDesk desk;

    MatchingHome(Path file) {
        this(file, RULES);
    }

    MatchingHome(Path file, IdentityRules rules) {
        this(file, rules, true);
    }

    /** A store as it was left, which the rules have not been applied to. */
    static MatchingHome notYetDerived(Path file, IdentityRules rules) {
        return new MatchingHome(file, rules, false);
    }

    private MatchingHome(Path file, IdentityRules rules, boolean derive) {
        this(file, rules, derive, Clock.systemUTC());
    }

    /** A store whose every record comes at the same moment. */
    static MatchingHome ofOneMoment(Path file, IdentityRules rules) {
        return new MatchingHome(file, rules, true, Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
    }

    MatchingHome(Path file, IdentityRules rules, boolean derive, Clock clock) {
        database = SqliteDatabase.openForWriting(file, "test");
        derivation = new Derivation(
                List.of(CONTACTS, CUSTOMERS, SALES),
                ZoneOffset.UTC,
                new FactReader(rules),
                rules,
                new Survivors(Survivorship.DEFAULT),
                new TraitCalculator(List.of()));
        ingest = new SqliteIngest(database, derivation, clock);
        desk = new SqliteIdentityDesk(database, derivation, ingest, clock);
        if (derive) {
            ingest.rederiveIfRulesChanged(MergeGuard.USUAL);
        }
    }

    static IdentityRules rules(long version) {
        return new IdentityRules(
                List.of(
                        rule("crm_id", 1, IdentifierRule.Kind.ID, false),
                        rule("shop_id", 3, IdentifierRule.Kind.ID, false),
                        rule("email", 5, IdentifierRule.Kind.EMAIL, false)),
                Optional.of(new Matching(FIELDS, .99, .8)),
                version);
    }

    /** An e-mail address is compared, and no identifier. */
    static IdentityRules withoutEmail(long version) {
        IdentityRules usual = rules(version);
        return new IdentityRules(
                usual.identifiers().stream()
                        .filter(rule -> !rule.name().equals("email"))
                        .toList(),
                usual.matching(),
                version);
    }

    static IdentifierRule rule(String name, int perProfile, IdentifierRule.Kind kind, boolean shared) {
        return new IdentifierRule(name, perProfile, kind, "", List.of(), shared, IdentifierRule.DEFAULT_MAX_PEOPLE);
    }

    private static Mapping people(String stream, String id) {
        Map<String, ValueRule> fields = new TreeMap<>();
        FIELDS.forEach(field -> fields.put(field.name(), ValueRule.path(field.name())));
        fields.put(id, ValueRule.path("id"));
        return new Mapping(
                stream.replace('/', '-'),
                StreamName.parse(stream),
                Mapping.Target.PROFILE,
                fields,
                Map.of(),
                Optional.empty(),
                1);
    }

    /** A record of a person: names, birth date, street, postcode, city, e-mail and phone, as many as are given; null for none. */
    static SourceRecord person(String key, String... values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", key);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                fields.put(FIELDS.get(i).name(), values[i]);
            }
        }
        return new SourceRecord(key, fields, false);
    }

    void put(Mapping mapping, SourceRecord... records) {
        ingest.page(mapping, List.of(records));
    }

    /** Who is together, each record by its stream and key. */
    Set<Set<String>> partition() {
        return Set.copyOf(records().values());
    }

    /** Everything that is told of profiles but when. */
    String profiles() {
        return database.read(connection -> Sql.list(
                        connection,
                        row -> row.getString(1),
                        "SELECT id || ' ' || coalesce(merged_into, '') || ' ' || live || ' ' || certainty FROM profile"
                                + " UNION ALL SELECT left_signature || '-' || right_signature || ' ' || weight || ' ' || reason"
                                + " FROM review WHERE status = 'open' ORDER BY 1"))
                .toString();
    }

    /** What is known of people, each by the records that are theirs: traits, households, how certain, who may be one. */
    Map<Set<String>, String> portraits() {
        Map<Long, Set<String>> records = records();
        Map<Long, Set<String>> households = new TreeMap<>();
        Map<Long, Set<String>> doubts = new TreeMap<>();
        return database.read(connection -> {
            Sql.each(
                    connection,
                    row -> households
                            .computeIfAbsent(row.getLong(2), key -> new TreeSet<>())
                            .add(String.valueOf(records.get(row.getLong(1)))),
                    "SELECT profile_id, household_id FROM household");
            Sql.each(
                    connection,
                    row -> doubts.computeIfAbsent(row.getLong(1), key -> new TreeSet<>())
                            .add(String.valueOf(records.get(row.getLong(2)))),
                    "SELECT l.profile_id, r.profile_id FROM review JOIN signature l ON l.id = left_signature"
                            + " JOIN signature r ON r.id = right_signature WHERE status = 'open'");
            Map<Set<String>, String> portraits = new HashMap<>();
            Map<Long, Map<String, Object>> traits = new TraitTable(connection).load(records.keySet());
            for (var each : records.entrySet()) {
                long profile = each.getKey();
                Map<String, Object> known = new TreeMap<>(traits.getOrDefault(profile, Map.of()));
                known.remove("household_id");
                Object household = Sql.first(
                                connection,
                                row -> row.getLong(1),
                                "SELECT household_id FROM household WHERE profile_id = ?",
                                profile)
                        .map(households::get)
                        .orElse(null);
                double certainty = Sql.first(
                                connection,
                                row -> row.getDouble(1),
                                "SELECT certainty FROM profile WHERE id = ? AND live = 1 AND merged_into IS NULL",
                                profile)
                        .orElse(-1.0);
                portraits.put(each.getValue(), known + " " + household + " " + certainty + " " + doubts.get(profile));
            }
            return portraits;
        });
    }

    private Map<Long, Set<String>> records() {
        Map<Long, Set<String>> byProfile = new TreeMap<>();
        database.read(connection -> {
            Sql.each(
                    connection,
                    row -> byProfile
                            .computeIfAbsent(row.getLong(1), key -> new TreeSet<>())
                            .add(row.getString(2)),
                    """
                    SELECT s.profile_id, f.connection || ' ' || r.key FROM record r JOIN record_state rs ON rs.record_id = r.id
                    JOIN signature s ON s.id = rs.signature_id JOIN feed f ON f.id = r.feed_id WHERE r.deleted = 0""");
            return null;
        });
        return byProfile;
    }

    long profileOf(String connection, String key) {
        return number("""
                SELECT s.profile_id FROM record r JOIN record_state rs ON rs.record_id = r.id
                JOIN signature s ON s.id = rs.signature_id JOIN feed f ON f.id = r.feed_id
                WHERE f.connection = ? AND r.key = ?""", connection, key);
    }

    long number(String sql, Object... parameters) {
        return database.read(connection -> Sql.number(connection, sql, parameters));
    }

    double decimal(String sql, Object... parameters) {
        return database.read(connection ->
                Sql.first(connection, row -> row.getDouble(1), sql, parameters).orElseThrow());
    }

    /** Everything that matching keeps, to be compared. */
    List<List<Object>> matchTables() {
        List<List<Object>> all = new ArrayList<>();
        for (String sql : List.of(
                """
                SELECT k.key, k.signature_id, 0 FROM match_key k
                WHERE NOT EXISTS (SELECT 1 FROM recent_key r WHERE r.signature_id = k.signature_id AND r.gone = 1)
                UNION SELECT j.value, r.signature_id, 0 FROM recent_key r, json_each(r.keys) j WHERE r.gone = 0
                ORDER BY 1, 2""",
                "SELECT key, 0, 0 FROM crowded_key ORDER BY 1",
                "SELECT signature_id, other_id, weight FROM match_edge ORDER BY 1, 2",
                "SELECT signature_id, level, 0 FROM match_level ORDER BY 1")) {
            all.add(database.read(connection -> Sql.list(
                    connection, row -> (Object) List.of(row.getLong(1), row.getLong(2), row.getLong(3)), sql)));
        }
        return all;
    }

    @Override
    public void close() {
        database.close();
    }

    /** Works out everything that matching knows anew, and who is who from it. */
    void rebuild() {
        rebuild(Runtime.getRuntime().maxMemory());
    }

    /** @param memory bytes that may be used for it */
    void rebuild(long memory) {
        database.write(connection -> {
            new MatchTables(connection, memory).rebuild(RULES, ingest.models().likeness(connection));
            ingest.again(connection).resolve(new java.util.HashMap<>());
            return null;
        });
    }
}
