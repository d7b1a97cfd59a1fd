package io.serai.store;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.serai.identity.Changes;
import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.identity.IdentityRules;
import io.serai.identity.Move;
import io.serai.identity.Signature;
import io.serai.profile.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the changed records of a page say of who they are: finds or makes their signatures, and knows which came and went. */
final class PageSayings {

    private final Connection connection;
    private final IdentityRules rules;
    private final Names names;
    private final long now;

    private final Map<Long, Long> signatureOf = new HashMap<>();
    private final Map<Long, Long> counts = new LinkedHashMap<>();
    /** By signature, when the last of the changed records that say it came to be as it is. */
    private final Map<Long, Long> latest = new HashMap<>();

    private final Map<Long, SignatureTable.Node> before = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();
    /** Records that no longer say what they said, and their signatures before; 0 for none. */
    private final Map<Long, Long> left = new HashMap<>();

    private final Map<Long, Signature> created = new LinkedHashMap<>();
    /** New signatures of records that were known: they never wait. */
    private final Set<Long> urgent = new HashSet<>();

    private boolean newLater;

    PageSayings(Connection connection, IdentityRules rules, Names names, long now) {
        this.connection = connection;
        this.rules = rules;
        this.names = names;
        this.now = now;
    }

    /** The number of each changed record's signature; absent for nobody's. */
    Map<Long, Long> signatures() {
        return signatureOf;
    }

    /** Records that have another signature than before. */
    List<Move> moves() {
        return moves;
    }

    /**
     * Finds or makes the signature of every changed record; nothing is resolved yet.
     *
     * @param run in which they changed; 0 for none
     * @param cameAt by record, when it came to be as it is, in milliseconds; empty for now
     */
    void assign(long feed, List<RecordChange> changes, long run, Map<Long, Long> cameAt) throws SQLException {
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
        List<Fresh> fresh = new ArrayList<>();
        for (RecordChange change : changes) {
            HashValue128 fingerprint = fingerprints.get(change.id());
            if (fingerprint != null) {
                SignatureTable.Node node = known.get(fingerprint);
                if (node == null) {
                    node = new SignatureTable.Node(next++, 0, 0);
                    known.put(fingerprint, node);
                    fresh.add(new Fresh(node.id(), fingerprint, change.facts()));
                }
                signatureOf.put(change.id(), node.id());
                if (!change.fresh()) {
                    urgent.add(node.id());
                }
            }
            count(change);
            latest.merge(signatureOf.getOrDefault(change.id(), 0L), cameAt.getOrDefault(change.id(), now), Math::max);
        }
        insert(feed, fresh, run);
        loadNodesLeft();
        saveCounts(run, cameAt.isEmpty() ? now : 0);
    }

    /** A saying that nobody has said before. */
    private record Fresh(long id, HashValue128 fingerprint, Facts facts) {}

    private void insert(long feed, List<Fresh> fresh, long run) throws SQLException {
        try (Batch insert = new Batch(
                        connection,
                        "INSERT INTO signature (id, hash, hash2, feed_id, first_name, last_name, birth_date, said, records,"
                                + " changed, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                Batch values = new Batch(
                        connection,
                        "INSERT INTO signature_identifier (signature_id, name_id, value) VALUES (?, ?, ?)")) {
            for (Fresh each : fresh) {
                Evidence evidence = each.facts().evidence();
                insert.add(
                        each.id(),
                        each.fingerprint().getLeastSignificantBits(),
                        each.fingerprint().getMostSignificantBits(),
                        feed,
                        evidence.firstName(),
                        evidence.lastName(),
                        evidence.birthDate(),
                        SaidText.write(each.facts().said()),
                        counts.get(each.id()),
                        latest.get(each.id()),
                        run);
                for (Identifier identifier : each.facts().identifiers()) {
                    values.add(each.id(), names.id(identifier.name()), identifier.value());
                }
                created.put(
                        each.id(),
                        new Signature(
                                each.id(),
                                each.facts().identifiers(),
                                evidence,
                                each.facts().said()));
            }
            insert.flush();
            values.flush();
        }
    }

    /** Leaves who is who among the signatures that were made for new records to the end of a great load. */
    void leaveNew(Landed landed) throws SQLException {
        newLater = true;
        if (!created.isEmpty()) {
            landed.leave(Collections.min(created.keySet()), Collections.max(created.keySet()));
        }
    }

    /** People always say who they are, if only by being there; an order without identifiers is nobody's yet. */
    static boolean says(RecordChange change) {
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

    /** @param otherwise when those changed whom records have left */
    private void saveCounts(long run, long otherwise) throws SQLException {
        try (Batch update = new Batch(connection, """
                        UPDATE signature SET run_id = CASE WHEN records = 0 THEN ?3 ELSE run_id END,
                          records = records + ?1, changed = max(changed, ?2)
                        WHERE id = ?4 AND (?1 <> 0 OR changed < ?2)""")) {
            for (var entry : counts.entrySet()) {
                if (!created.containsKey(entry.getKey())) {
                    update.add(entry.getValue(), latest.getOrDefault(entry.getKey(), otherwise), run, entry.getKey());
                }
            }
            update.flush();
        }
    }

    /** Signatures that came or went with the page, or that a decision no longer links or links from now on. */
    Changes changes(SqliteSignatureIndex index) throws SQLException {
        List<Signature> appeared = new ArrayList<>();
        List<Long> disappeared = new ArrayList<>();
        List<Long> revived = new ArrayList<>();
        counts.forEach((id, delta) -> {
            long had = before.containsKey(id) ? before.get(id).records() : 0;
            if (had == 0 && delta > 0) {
                if (!created.containsKey(id)) {
                    revived.add(id);
                } else if (!newLater || urgent.contains(id)) {
                    appeared.add(created.get(id));
                }
            } else if (had > 0 && had + delta == 0) {
                disappeared.add(id);
            }
        });
        if (!revived.isEmpty()) {
            appeared.addAll(index.signatures(revived));
        }
        return new Changes(appeared, disappeared, decided());
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
}
