package io.serai.store;

import io.serai.identity.Identifiers;
import io.serai.profile.Households;
import io.serai.profile.Provenance;
import io.serai.profile.Provenances;
import io.serai.profile.Survivors.Candidate;
import io.serai.profile.TraitDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Provenances in SQLite: nothing of them is stored, the person's records are asked again. */
public final class SqliteProvenances implements Provenances {

    private final SqliteDatabase database;
    private final Derivation derivation;
    private final Identifiers identifiers;

    public SqliteProvenances(SqliteDatabase database, Derivation derivation) {
        this.database = database;
        this.derivation = derivation;
        this.identifiers = Identifiers.of(derivation.identity());
    }

    private record RecordName(String source, String key, long changed) {}

    @Override
    public Map<String, Provenance> of(long profile) {
        return database.read(connection -> {
            Map<String, Object> stored =
                    new TraitTable(connection).load(Set.of(profile)).getOrDefault(profile, Map.of());
            Map<String, Provenance> found = new TreeMap<>();
            chosen(connection, profile).forEach(one -> {
                if (TraitTable.same(
                        stored.get(one.candidate().trait()), one.candidate().value())) {
                    found.put(one.candidate().trait(), provenance(one));
                }
            });
            for (TraitDefinition computed : derivation.traits().definitions()) {
                if (stored.containsKey(computed.name())) {
                    found.put(computed.name(), Provenance.derived(stored.get(computed.name()), Provenance.COMPUTED));
                }
            }
            for (String trait : List.of(Households.ID, Households.SIZE)) {
                if (stored.containsKey(trait)) {
                    found.put(trait, Provenance.derived(stored.get(trait), Provenance.HOUSEHOLD));
                }
            }
            return found;
        });
    }

    private record Chosen(Candidate candidate, RecordName record) {}

    private List<Chosen> chosen(Connection connection, long profile) throws SQLException {
        Candidates candidates = new Candidates(
                connection, derivation, Names.of(connection, "identifier_name"), FeedTable.byId(connection));
        String ids = Sql.json(Set.of(profile));
        candidates.ofIdentifiers(ids);
        candidates.ofRecords(ids);
        Map<String, List<Candidate>> byTrait = candidates.byProfile().getOrDefault(profile, List.of()).stream()
                .collect(Collectors.groupingBy(Candidate::trait));
        Map<Long, RecordName> records = new HashMap<>();
        Map<Long, RecordName> latest = new HashMap<>();
        names(connection, profile, records, latest);
        return byTrait.entrySet().stream()
                .map(trait -> derivation.survivors().best(trait.getKey(), trait.getValue()))
                .map(best -> new Chosen(
                        best, (identifiers.isIdentifier(best.trait()) ? latest : records).get(best.record())))
                .toList();
    }

    /** The person's live records by number, and the one of each signature that changed last. */
    private static void names(
            Connection connection, long profile, Map<Long, RecordName> records, Map<Long, RecordName> latest)
            throws SQLException {
        Sql.each(
                connection,
                row -> {
                    RecordName name = new RecordName(row.getString(3), row.getString(4), row.getLong(5));
                    records.put(row.getLong(1), name);
                    latest.putIfAbsent(row.getLong(2), name);
                },
                """
                SELECT r.id, s.id, f.connection || '/' || f.stream, r.key, r.changed
                FROM signature s JOIN record_state rs ON rs.signature_id = s.id JOIN record r ON r.id = rs.record_id
                JOIN feed f ON f.id = r.feed_id WHERE s.profile_id = ? AND s.records > 0 ORDER BY r.changed DESC, r.id""",
                profile);
    }

    private Provenance provenance(Chosen chosen) {
        Candidate best = chosen.candidate();
        return new Provenance(
                best.value(),
                chosen.record().source(),
                chosen.record().key(),
                Instant.ofEpochMilli(chosen.record().changed()),
                derivation.survivors().policy(best.trait()));
    }
}
