package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.IdentifierRule;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.profile.Households;
import io.serai.profile.People;
import io.serai.profile.Person;
import io.serai.profile.Person.PersonRecord;
import io.serai.profile.ProfileId;
import io.serai.profile.Profiles;
import io.serai.profile.TimelineEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** People in SQLite. */
public final class SqlitePeople implements People {

    private static final int RECORDS = 1000;

    private final SqliteDatabase database;
    private final Profiles profiles;
    private final IdentityRules rules;
    private final Identifiers identifiers;

    public SqlitePeople(SqliteDatabase database, Profiles profiles, IdentityRules rules) {
        this.database = database;
        this.profiles = profiles;
        this.rules = rules;
        this.identifiers = Identifiers.of(rules);
    }

    @Override
    public List<Person> find(String text, int limit) {
        return database.read(connection -> {
            List<Person> found = new ArrayList<>();
            for (long id : ids(connection, text.strip(), limit)) {
                person(id).ifPresent(found::add);
            }
            return found;
        });
    }

    private Set<Long> ids(Connection connection, String text, int limit) throws SQLException {
        Set<Long> ids = new TreeSet<>();
        long number = ProfileId.number(text);
        if (number > 0) {
            profiles.current(number).ifPresent(ids::add);
            return ids;
        }
        int colon = text.indexOf(':');
        String name = colon > 0 ? text.substring(0, colon) : "";
        String value = text.substring(colon + 1).strip();
        if (identifiers.isIdentifier(name)) {
            identifiers.normalise(name, value).ifPresent(wanted -> ids.addAll(bearers(connection, wanted, limit)));
        } else if (Households.isTrait(name)) {
            ids.addAll(Sql.list(connection, row -> row.getLong(1), """
                    SELECT profile_id FROM household WHERE household_id > 0
                    AND CASE ? WHEN 'household_id' THEN 'h' || household_id ELSE CAST(size AS TEXT) END = lower(?) LIMIT ?""", name, value, limit));
        } else if (colon > 0) {
            ids.addAll(Sql.list(connection, row -> row.getLong(1), """
                    SELECT t.profile_id FROM trait_name n CROSS JOIN profile_trait t
                    WHERE n.name = ? AND lower(cast(t.traits ->> ('$."' || n.id || '"') AS TEXT)) = lower(?) LIMIT ?""", name, value, limit));
        } else {
            for (IdentifierRule rule : rules.identifiers()) {
                identifiers
                        .normalise(rule.name(), text)
                        .ifPresent(wanted -> ids.addAll(bearers(connection, wanted, limit)));
            }
        }
        return ids;
    }

    private static List<Long> bearers(Connection connection, Identifier wanted, int limit) {
        try {
            return Sql.list(connection, row -> row.getLong(1), """
                    SELECT DISTINCT s.profile_id FROM identifier_name n
                    JOIN signature_identifier i ON i.name_id = n.id AND i.value = ?
                    JOIN signature s ON s.id = i.signature_id AND s.records > 0
                    WHERE n.name = ? ORDER BY 1 LIMIT ?""", wanted.value(), wanted.name(), limit);
        } catch (SQLException e) {
            throw StoreException.of("look for a person", e);
        }
    }

    @Override
    public Optional<Person> person(long id) {
        return database.read(connection -> {
            OptionalLong current = profiles.current(id);
            return current.isEmpty() ? Optional.empty() : load(connection, current.getAsLong());
        });
    }

    private Optional<Person> load(Connection connection, long id) throws SQLException {
        Map<String, Object> traits = new TreeMap<>();
        Map<String, String> consents = new TreeMap<>();
        new TraitTable(connection).load(Set.of(id)).getOrDefault(id, Map.of()).forEach((name, value) -> {
            if (name.startsWith("consent.")) {
                consents.put(name.substring("consent.".length()), String.valueOf(value));
            } else if (!name.startsWith("source.") && !identifiers.isIdentifier(name)) {
                traits.put(name, value);
            }
        });
        Map<String, Set<String>> values = new TreeMap<>();
        Sql.each(
                connection,
                row -> values.computeIfAbsent(row.getString(1), key -> new LinkedHashSet<>())
                        .add(row.getString(2)),
                """
                SELECT n.name, i.value FROM signature s
                JOIN signature_identifier i ON i.signature_id = s.id JOIN identifier_name n ON n.id = i.name_id
                WHERE s.profile_id = ? AND s.records > 0 ORDER BY 1, 2""",
                id);
        Map<String, List<String>> lists = new TreeMap<>();
        values.forEach((name, set) -> lists.put(name, List.copyOf(set)));
        List<Long> aliases = Sql.list(
                connection, row -> row.getLong(1), "SELECT id FROM profile WHERE merged_into = ? ORDER BY id", id);
        return Sql.first(
                connection,
                row -> new Person(
                        id,
                        Instant.ofEpochMilli(row.getLong(1)),
                        lists,
                        traits,
                        consents,
                        records(connection, id),
                        aliases),
                "SELECT created FROM profile WHERE id = ?",
                id);
    }

    private static List<PersonRecord> records(Connection connection, long id) throws SQLException {
        return Sql.list(
                connection,
                row -> new PersonRecord(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5)),
                        row.getString(6)),
                """
                SELECT r.id, s.id, f.connection || '/' || f.stream, r.key, r.changed, r.payload
                FROM signature s JOIN record_state rs ON rs.signature_id = s.id JOIN record r ON r.id = rs.record_id
                JOIN feed f ON f.id = r.feed_id WHERE s.profile_id = ? AND s.records > 0 ORDER BY r.id LIMIT ?""",
                id,
                RECORDS);
    }

    @Override
    public List<TimelineEntry> timeline(long id, int limit) {
        return database.read(connection -> {
            Names names = Names.of(connection, "event_name");
            return Sql.list(connection, row -> Timelines.entry(row, names, true), """
                    SELECT s.id, t.name_id, t.time, t.total, t.currency, t.store, t.properties
                    FROM signature s JOIN timeline t ON t.signature_id = s.id
                    WHERE s.profile_id = ? ORDER BY t.time DESC, t.record_id DESC LIMIT ?""", id, limit);
        });
    }

    @Override
    public OptionalLong ofRecord(String source, String key) {
        return database.read(connection -> {
            List<Long> found = Sql.list(connection, row -> row.getLong(1), """
                    SELECT s.profile_id FROM feed f JOIN record r ON r.feed_id = f.id AND r.key = ?
                    JOIN record_state rs ON rs.record_id = r.id JOIN signature s ON s.id = rs.signature_id
                    WHERE f.connection || '/' || f.stream = ? AND s.profile_id IS NOT NULL""", key, source);
            return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get(0));
        });
    }
}
