package io.serai.store;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.serai.identity.Changes;
import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.Merge;
import io.serai.identity.Move;
import io.serai.identity.Resolution;
import io.serai.identity.Resolver;
import io.serai.identity.Signature;
import io.serai.profile.Facts;
import io.serai.profile.MergeGuard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the changed records of a page their signatures, and the signatures their profiles. */
final class IdentityStep {

    private final Connection connection;
    private final IdentityRules rules;
    private final Likeness likeness;
    private final Names names;
    private final long now;

    private Map<Long, String> untold;
    private final Map<Long, Long> signatureOf = new HashMap<>();
    private final Map<Long, Long> counts = new LinkedHashMap<>();
    private final Map<Long, SignatureTable.Node> before = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();
    /** Records that no longer say what they said, and their signatures before; 0 for none. */
    private final Map<Long, Long> left = new HashMap<>();

    private final Map<Long, Signature> created = new LinkedHashMap<>();

    /** @param likeness null when nothing is matched */
    IdentityStep(Connection connection, IdentityRules rules, Likeness likeness, long now) throws SQLException {
        this.connection = connection;
        this.rules = rules;
        this.likeness = likeness;
        this.names = Names.of(connection, "identifier_name");
        this.now = now;
    }

    /**
     * Leaves it to others to tell what became of profiles.
     *
     * @param causes gets why profiles became others'
     */
    IdentityStep untold(Map<Long, String> causes) {
        untold = causes;
        return this;
    }

    /** The number of each changed record's signature; absent for nobody's. */
    Map<Long, Long> signatures() {
        return signatureOf;
    }

    /**
     * Finds or makes the signature of every changed record; nothing is resolved yet.
     *
     * @param run in which they changed; 0 for none
     */
    void assign(long feed, List<RecordChange> changes, long run) throws SQLException {
        Map<Long, HashValue128> fingerprints = new HashMap<>();
        for (RecordChange change : changes) {
            if (says(change)) {
                fingerprints.put(
                        change.id(), SignatureTable.fingerprint(feed, change.facts(), change.id(), rules.version()));
            }
        }
        Map<HashValue128, SignatureTable.Node> known = SignatureTable.find(connection, fingerprints.values());
        known.values().forEach(node -> before.put(node.id(), node));
        long next = SignatureTable.nextId(connection);
        try (Batch insert = new Batch(
                        connection,
                        "INSERT INTO signature (id, hash, hash2, feed_id, first_name, last_name, birth_date, said, records,"
                                + " changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)");
                Batch values = new Batch(
                        connection,
                        "INSERT INTO signature_identifier (signature_id, name_id, value) VALUES (?, ?, ?)")) {
            for (RecordChange change : changes) {
                HashValue128 fingerprint = fingerprints.get(change.id());
                if (fingerprint == null) {
                    continue;
                }
                SignatureTable.Node node = known.get(fingerprint);
                if (node == null) {
                    node = new SignatureTable.Node(next++, 0, 0);
                    known.put(fingerprint, node);
                    insertNode(insert, values, node.id(), fingerprint, feed, change.facts());
                }
                signatureOf.put(change.id(), node.id());
            }
            insert.flush();
            values.flush();
        }
        for (RecordChange change : changes) {
            count(change);
        }
        loadNodesLeft();
        saveCounts(run);
    }

    private void insertNode(Batch insert, Batch values, long id, HashValue128 fingerprint, long feed, Facts facts)
            throws SQLException {
        Evidence evidence = facts.evidence();
        insert.add(
                id,
                fingerprint.getLeastSignificantBits(),
                fingerprint.getMostSignificantBits(),
                feed,
                evidence.firstName(),
                evidence.lastName(),
                evidence.birthDate(),
                SaidText.write(facts.said()),
                now);
        for (Identifier identifier : facts.identifiers()) {
            values.add(id, names.id(identifier.name()), identifier.value());
        }
        created.put(id, new Signature(id, facts.identifiers(), evidence, facts.said()));
    }

    /** People always say who they are, if only by being there; an order without identifiers is nobody's yet. */
    private static boolean says(RecordChange change) {
        return !change.deleted()
                && (change.isPerson() || !change.facts().identifiers().isEmpty());
    }

    private void count(RecordChange change) {
        long from = change.signatureBefore();
        long to = signatureOf.getOrDefault(change.id(), 0L);
        if (from != to && !change.fresh()) {
            left.put(change.id(), from);
        }
        if (to != 0) {
            counts.merge(to, 1L, Long::sum);
        }
        if (from != 0) {
            counts.merge(from, -1L, Long::sum);
        }
        if (from != 0 && to != 0 && from != to) {
            moves.add(new Move(change.id(), from, to));
        }
    }

    private void loadNodesLeft() throws SQLException {
        Set<Long> missing = new HashSet<>(counts.keySet());
        missing.removeAll(before.keySet());
        missing.removeAll(created.keySet());
        Sql.each(
                connection,
                row -> before.put(
                        row.getLong(1), new SignatureTable.Node(row.getLong(1), row.getLong(2), row.getLong(3))),
                """
                SELECT s.id, s.records, coalesce(s.profile_id, 0)
                FROM json_each(?) j CROSS JOIN signature s ON s.id = j.value""",
                Sql.json(missing));
    }

    private void saveCounts(long run) throws SQLException {
        try (Batch update = new Batch(connection, """
                        UPDATE signature SET run_id = CASE WHEN records = 0 THEN ?3 ELSE run_id END,
                          records = records + ?1, changed = ?2 WHERE id = ?4""")) {
            for (var entry : counts.entrySet()) {
                update.add(entry.getValue(), now, run, entry.getKey());
            }
            update.flush();
        }
    }

    /**
     * Resolves what changed.
     *
     * @param guard may stop it before anything is written
     * @return the profiles whose make-up changed, those that became nobody's or aliases included
     */
    Set<Long> resolve(MergeGuard guard) throws SQLException {
        List<Signature> appeared = new ArrayList<>();
        List<Long> disappeared = new ArrayList<>();
        List<Long> revived = new ArrayList<>();
        counts.forEach((id, delta) -> {
            long had = before.containsKey(id) ? before.get(id).records() : 0;
            if (had == 0 && delta > 0) {
                if (created.containsKey(id)) {
                    appeared.add(created.get(id));
                } else {
                    revived.add(id);
                }
            } else if (had > 0 && had + delta == 0) {
                disappeared.add(id);
            }
        });
        SqliteSignatureIndex index = new SqliteSignatureIndex(connection, names);
        if (!revived.isEmpty()) {
            appeared.addAll(index.signatures(revived));
        }
        Set<Long> decided = decided();
        if (appeared.isEmpty() && disappeared.isEmpty() && moves.isEmpty() && decided.isEmpty()) {
            return Set.of();
        }
        return resolve(index, new Changes(appeared, disappeared, decided), guard);
    }

    /** Live signatures that what people decided about a changed record no longer links, or links from now on. */
    private Set<Long> decided() throws SQLException {
        Set<Long> touched = new HashSet<>();
        if (Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM identity_decision)") == 1) {
            for (String side : List.of("left_record", "right_record")) {
                Sql.each(connection, row -> touched.add(row.getLong(1)), """
                        SELECT s.id FROM json_each(?) j CROSS JOIN identity_decision d ON d.%s = j.value
                        JOIN record_state rs ON rs.record_id IN (d.left_record, d.right_record)
                        JOIN signature s ON s.id = rs.signature_id AND s.records > 0""".formatted(side), Sql.json(left.keySet()));
            }
            if (!touched.isEmpty()) {
                touched.addAll(left.values());
                touched.remove(0L);
            }
        }
        touched.removeIf(id -> before.containsKey(id) && before.get(id).records() + counts.getOrDefault(id, 0L) == 0);
        return touched;
    }

    /** Looks at some live signatures again: rules changed, or a person decided. */
    Set<Long> recheck(Collection<Long> signatures) throws SQLException {
        Changes again = new Changes(List.of(), List.of(), signatures);
        return resolve(new SqliteSignatureIndex(connection, names), again, MergeGuard.none());
    }

    private Set<Long> resolve(SqliteSignatureIndex index, Changes changes, MergeGuard guard) throws SQLException {
        long[] last = {Sql.number(connection, "SELECT coalesce(max(id), 0) FROM profile")};
        guard.begin(() -> last[0]);
        Resolver resolver = likeness == null
                ? new Resolver(rules, index)
                : new Resolver(rules, index, likeness, new SqliteMatchIndex(connection));
        Resolution resolution = resolver.resolve(changes, moves, () -> ++last[0]);
        List<Long> aliases = resolution.merges().stream().map(Merge::profile).toList();
        guard.count(aliases, resolution.findings().causes(), highest -> live(highest, aliases.size()));
        return apply(resolution);
    }

    /** How many profiles up to a number are live when so many of them have gone. */
    private long live(long highest, int gone) {
        try {
            return Sql.number(connection, "SELECT count(*) FROM profile WHERE live = 1 AND id <= ?", highest) - gone;
        } catch (SQLException e) {
            throw StoreException.of("count profiles", e);
        }
    }

    private Set<Long> apply(Resolution resolution) throws SQLException {
        FindingsWriter findings = new FindingsWriter(connection, now);
        if (untold == null) {
            findings.events(resolution);
        } else {
            untold.putAll(resolution.findings().causes());
        }
        try (Batch open =
                        new Batch(connection, "INSERT INTO profile (id, created, version, live) VALUES (?, ?, 0, 1)");
                Batch restore = new Batch(connection, "UPDATE profile SET merged_into = NULL, live = 1 WHERE id = ?");
                Batch merge = new Batch(connection, "UPDATE profile SET merged_into = ?, live = 0 WHERE id = ?");
                Batch give = new Batch(connection, "UPDATE signature SET profile_id = ? WHERE id = ?");
                Batch first = new Batch(connection, "UPDATE signature SET first_profile_id = ? WHERE id = ?")) {
            for (long profile : resolution.opened()) {
                open.add(profile, now);
            }
            open.flush();
            for (long profile : resolution.restored()) {
                restore.add(profile);
            }
            restore.flush();
            for (Merge one : resolution.merges()) {
                merge.add(one.survivor(), one.profile());
            }
            for (Merge one : resolution.redirects()) {
                merge.add(one.survivor(), one.profile());
            }
            merge.flush();
            for (var entry : resolution.profiles().entrySet()) {
                give.add(entry.getValue(), entry.getKey());
            }
            give.flush();
            for (var entry : resolution.firstProfiles().entrySet()) {
                first.add(entry.getValue(), entry.getKey());
            }
            first.flush();
        }
        saveOverloaded(resolution);
        Set<Long> touched = new HashSet<>(resolution.touched());
        touched.addAll(resolution.emptied());
        resolution.merges().forEach(merge -> touched.add(merge.profile()));
        touched.addAll(findings.certainty(resolution.findings().certainty()));
        if (likeness != null) {
            findings.reviews(resolution.findings(), likeness::probability);
        }
        return touched;
    }

    private void saveOverloaded(Resolution resolution) throws SQLException {
        try (Batch put =
                        new Batch(connection, "INSERT OR IGNORE INTO overloaded_value (name_id, value) VALUES (?, ?)");
                Batch drop = new Batch(connection, "DELETE FROM overloaded_value WHERE name_id = ? AND value = ?")) {
            for (Identifier value : resolution.overloaded()) {
                put.add(names.id(value.name()), value.value());
            }
            put.flush();
            for (Identifier value : resolution.released()) {
                drop.add(names.id(value.name()), value.value());
            }
            drop.flush();
        }
    }
}
