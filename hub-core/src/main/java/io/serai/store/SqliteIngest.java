package io.serai.store;

import io.serai.profile.Ingest;
import io.serai.profile.MergeGuard;
import io.serai.record.Mapping;
import io.serai.record.Payload;
import io.serai.record.RecordHash;
import io.serai.record.SourceRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ingest into SQLite. A page costs a few dozen statements, whatever its size; an unchanged record costs a hash. */
public final class SqliteIngest implements Ingest {

    private static final int PAGE = 5000;

    private final SqliteDatabase database;
    private final Derivation derivation;
    private final Clock clock;
    private final ModelTable models;

    public SqliteIngest(SqliteDatabase database, Derivation derivation, Clock clock) {
        this.database = database;
        this.derivation = derivation;
        this.clock = clock;
        models = new ModelTable(derivation.identity());
    }

    /** What is alike, and by which model. */
    ModelTable models() {
        return models;
    }

    private IdentityStep identityStep(Connection connection) throws SQLException {
        return new IdentityStep(connection, derivation.identity(), models.likeness(connection), clock.millis());
    }

    /** The numbers of the records that a pass contained, a bit each, and hashes of the keys that never became records. */
    private record SeenRecords(BitSet records, Set<Long> others) implements Seen {

        @Override
        public void add(String key) {
            others.add(RecordHash.of(key));
        }

        boolean contains(RecordTable.Stored record) {
            return records.get((int) record.id()) || others.contains(RecordHash.of(record.key()));
        }
    }

    @Override
    public Seen newPass(Mapping mapping) {
        return new SeenRecords(new BitSet(), new HashSet<>());
    }

    @Override
    public List<Result> page(Mapping mapping, List<SourceRecord> page) {
        return page(mapping, page, null);
    }

    @Override
    public List<Result> page(Mapping mapping, List<SourceRecord> page, Seen seen) {
        return page(mapping, page, seen, MergeGuard.none());
    }

    @Override
    public List<Result> page(Mapping mapping, List<SourceRecord> page, Seen seen, MergeGuard guard) {
        return database.write(connection -> {
            FeedTable.Feed feed = feed(connection, mapping);
            BitSet records = seen == null ? null : ((SeenRecords) seen).records();
            PageDetection detection = new PageDetection(connection, derivation, mapping, feed.id(), page, records);
            store(connection, feed.id(), detection.changes(), guard, false);
            return detection.results();
        });
    }

    @Override
    public int deleteUnseen(Mapping mapping, Seen seen) {
        SeenRecords contained = (SeenRecords) seen;
        return database.write(connection -> {
            FeedTable.Feed feed = feed(connection, mapping);
            List<RecordChange> gone = new ArrayList<>();
            int deleted = 0;
            long last = 0;
            List<RecordTable.Stored> page;
            do {
                page = RecordTable.after(connection, feed.id(), last, PAGE);
                for (RecordTable.Stored record : page) {
                    last = record.id();
                    if (!contained.contains(record)) {
                        gone.add(new RecordChange(record.id(), false, record.key(), null, 0, null, record.signature()));
                    }
                }
                store(connection, feed.id(), gone);
                deleted += gone.size();
                gone.clear();
            } while (page.size() == PAGE);
            return deleted;
        });
    }

    /** The feed of a mapping; when the mapping means something else than before, its records are read again first. */
    private FeedTable.Feed feed(Connection connection, Mapping mapping) throws SQLException {
        Optional<FeedTable.Feed> known = FeedTable.find(connection, mapping);
        if (known.isEmpty()) {
            return FeedTable.add(connection, mapping);
        }
        if (known.get().version() != mapping.version()) {
            readAgain(connection, known.get(), mapping, false);
        }
        return known.get();
    }

    /**
     * Derives everything anew from the records kept: after a change of the identity rules, or when a person asks.
     *
     * @return how many records were read
     */
    public long rederive() {
        return database.write(connection -> {
            ProfileDiff diff = ProfileDiff.begin(connection);
            long read = readEverythingAgain(connection);
            Map<Long, String> causes = new HashMap<>();
            recheckAll(connection, causes);
            diff.end().tell(causes, clock.millis());
            return read;
        });
    }

    /** Who is who is to be resolved after that. */
    long readEverythingAgain(Connection connection) throws SQLException {
        if (!today().equals(derivedWith(connection))) {
            new MatchTables(connection).forgetSayings(derivation.identity(), models.likeness(connection));
        }
        long read = 0;
        for (FeedTable.Feed feed : FeedTable.all(connection)) {
            Optional<Mapping> mapping = derivation.mapping(feed.mapping());
            if (mapping.isPresent()) {
                read += readAgain(connection, feed, mapping.get(), true);
            }
        }
        saveRules(connection);
        return read;
    }

    /**
     * Resolves everybody again under the active model; tells nobody of what becomes of profiles.
     *
     * @param causes gets why profiles became others'
     */
    void resolveAgain(Connection connection, Map<Long, String> causes) throws SQLException {
        if (models.likeness(connection) != null && models.version(connection) != matchedBy(connection)) {
            new MatchTables(connection).rebuild(derivation.identity(), models.likeness(connection));
            saveRules(connection);
        }
        recheckAll(connection, causes);
    }

    /**
     * Derives everything anew when the store was derived with other identity rules than today's, and matches everybody anew
     * when it was matched by another model.
     *
     * @return how many records were read
     */
    public long rederiveIfRulesChanged() {
        return database.write(connection -> {
            String before = derivedWith(connection);
            if (before.isEmpty()) {
                saveRules(connection);
            } else if (!before.equals(today())) {
                return rederive();
            } else if (models.version(connection) != matchedBy(connection)) {
                ProfileDiff diff = ProfileDiff.begin(connection);
                Map<Long, String> causes = new HashMap<>();
                resolveAgain(connection, causes);
                diff.end().tell(causes, clock.millis());
            }
            return 0L;
        });
    }

    private String today() {
        return String.valueOf(derivation.identity().version());
    }

    private static String derivedWith(Connection connection) throws SQLException {
        return Sql.first(connection, row -> row.getString(1), "SELECT value FROM meta WHERE key = 'identity_rules'")
                .orElse("");
    }

    private static long matchedBy(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT cast(value AS INTEGER) FROM meta WHERE key = 'match_model'");
    }

    private void saveRules(Connection connection) throws SQLException {
        try (Batch save = new Batch(
                connection,
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")) {
            save.add("identity_rules", today());
            save.add("match_model", String.valueOf(models.version(connection)));
            save.flush();
        }
    }

    private long readAgain(Connection connection, FeedTable.Feed feed, Mapping mapping, boolean untold)
            throws SQLException {
        FeedTable.saveVersion(connection, feed.id(), mapping);
        Sql.update(
                connection,
                "UPDATE record_state SET hash = 0 WHERE record_id IN (SELECT id FROM record WHERE feed_id = ?)",
                feed.id());
        long last = 0;
        long read = 0;
        List<RecordTable.Stored> page;
        do {
            page = RecordTable.after(connection, feed.id(), last, PAGE);
            List<SourceRecord> records = new ArrayList<>(page.size());
            for (RecordTable.Stored record : page) {
                last = record.id();
                records.add(new SourceRecord(record.key(), Payload.fields(record.payload()), false));
            }
            store(
                    connection,
                    feed.id(),
                    new PageDetection(connection, derivation, mapping, feed.id(), records, null).changes(),
                    MergeGuard.none(),
                    untold);
            read += page.size();
        } while (page.size() == PAGE);
        return read;
    }

    /** Marks records as deleted, whatever their feeds. */
    void delete(Connection connection, List<Long> records) throws SQLException {
        Map<Long, List<RecordChange>> gone = new HashMap<>();
        Sql.each(
                connection,
                row -> gone.computeIfAbsent(row.getLong(2), feed -> new ArrayList<>())
                        .add(new RecordChange(row.getLong(1), false, row.getString(3), null, 0, null, row.getLong(4))),
                """
                SELECT r.id, r.feed_id, r.key, coalesce(s.signature_id, 0) FROM json_each(?) j
                CROSS JOIN record r ON r.id = j.value AND r.deleted = 0
                JOIN record_state s ON s.record_id = r.id""",
                Sql.json(records));
        for (var feed : gone.entrySet()) {
            store(connection, feed.getKey(), feed.getValue());
        }
    }

    /** Resolves every live signature again. */
    void recheckAll() {
        database.write(connection -> {
            ProfileDiff diff = ProfileDiff.begin(connection);
            Map<Long, String> causes = new HashMap<>();
            recheckAll(connection, causes);
            diff.end().tell(causes, clock.millis());
            return null;
        });
    }

    private void recheckAll(Connection connection, Map<Long, String> causes) throws SQLException {
        if (models.likeness(connection) != null) {
            new MatchTables(connection).relevel(derivation.identity(), models.likeness(connection));
        }
        long last = 0;
        List<Long> signatures;
        do {
            signatures = Sql.list(
                    connection,
                    row -> row.getLong(1),
                    "SELECT id FROM signature WHERE id > ? AND records > 0 ORDER BY id LIMIT ?",
                    last,
                    PAGE);
            if (!signatures.isEmpty()) {
                last = signatures.get(signatures.size() - 1);
                IdentityStep step = identityStep(connection).untold(causes);
                new ProfileRefresh(connection, derivation).refresh(step.recheck(signatures), Set.of());
            }
        } while (signatures.size() == PAGE);
    }

    private void store(Connection connection, long feed, List<RecordChange> changes) throws SQLException {
        store(connection, feed, changes, MergeGuard.none(), false);
    }

    private void store(Connection connection, long feed, List<RecordChange> changes, MergeGuard guard, boolean untold)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        long now = clock.millis();
        IdentityStep identity = identityStep(connection);
        if (untold) {
            identity.untold(new HashMap<>());
        }
        identity.assign(feed, changes);
        new RecordWriter(connection, feed, now).write(changes, identity.signatures());
        Set<Long> whole = new HashSet<>(identity.resolve(guard));
        Set<Long> timeline = new HashSet<>();
        Map<Long, Long> profiles = profiles(connection, changes, identity.signatures());
        for (RecordChange change : changes) {
            Long after = profiles.get(identity.signatures().get(change.id()));
            Long before = profiles.get(change.signatureBefore());
            Set<Long> kind = change.isPerson() || change.deleted() ? whole : timeline;
            if (after != null) {
                kind.add(after);
            }
            if (before != null) {
                kind.add(before);
            }
        }
        new ProfileRefresh(connection, derivation).refresh(whole, timeline);
    }

    /** The profiles of all signatures that the changes had or have. */
    private static Map<Long, Long> profiles(
            Connection connection, List<RecordChange> changes, Map<Long, Long> signatures) throws SQLException {
        Set<Long> all = new HashSet<>(signatures.values());
        changes.forEach(change -> all.add(change.signatureBefore()));
        Map<Long, Long> profiles = new HashMap<>();
        Sql.each(connection, row -> profiles.put(row.getLong(1), row.getLong(2)), """
                SELECT s.id, s.profile_id FROM json_each(?) j
                CROSS JOIN signature s ON s.id = j.value WHERE s.profile_id IS NOT NULL""", Sql.json(all));
        return profiles;
    }
}
