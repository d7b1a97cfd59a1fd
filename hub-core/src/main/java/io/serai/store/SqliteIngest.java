package io.serai.store;

import io.serai.profile.Ingest;
import io.serai.profile.MergeGuard;
import io.serai.record.Mapping;
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
import java.util.Optional;
import java.util.Set;

/** Ingest into SQLite. A page costs a few dozen statements, whatever its size; an unchanged record costs a hash. */
public final class SqliteIngest implements Ingest {

    /** How a person allows more merges than the guard. */
    public static final String ALLOW = "hub resolve --allow-merges; what it would change, says hub resolve --dry-run";

    private static final int PAGE = 5000;

    /** After so many records the next block is stored that has no columns. */
    private static final int SOON = 256;

    private final SqliteDatabase database;
    private final Derivation derivation;
    private final Clock clock;
    private final ModelTable models;
    private final Landing landing;
    private final Set<String> columns;
    private final Remembered remembered;
    /** Records since a block of columns was stored; under the lock of the writer. */
    private int changed;

    public SqliteIngest(SqliteDatabase database, Derivation derivation, Clock clock) {
        this(database, derivation, clock, Set.of());
    }

    /** @param columns the traits that are stored as columns, too, when a great load has come to its end */
    public SqliteIngest(SqliteDatabase database, Derivation derivation, Clock clock, Set<String> columns) {
        this.columns = Set.copyOf(columns);
        this.database = database;
        this.derivation = derivation;
        this.clock = clock;
        models = new ModelTable(derivation.identity());
        remembered = new Remembered(database::undone);
        landing = new Landing(database.file(), derivation, models);
    }

    /** What is alike, and by which model. */
    ModelTable models() {
        return models;
    }

    private PageKeeping keeping(Connection connection) throws SQLException {
        landing.end(connection);
        return new PageKeeping(connection, derivation, models, clock.millis());
    }

    /** What derives again in a transaction. */
    Rederivation again(Connection connection) throws SQLException {
        landing.end(connection);
        remembered.clear();
        return new Rederivation(connection, derivation, models, clock.millis());
    }

    /** Whether there is something to derive again; only reads. */
    boolean isDue(Connection connection) throws SQLException {
        return new Rederivation(connection, derivation, models, clock.millis()).isDue();
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
    public List<Result> page(Mapping mapping, List<SourceRecord> page, Seen seen, MergeGuard guard, long run) {
        return database.write(connection -> {
            List<Result> results = page(connection, keeping(connection).of(run, guard), mapping, page, seen);
            keepColumns(connection, results);
            return results;
        });
    }

    /** Segments are counted while records arrive: now and then those who were touched are brought to where columns are read. */
    private void keepColumns(Connection connection, List<Result> results) throws SQLException {
        for (Result result : results) {
            changed += result.status() == Status.STORED ? 1 : 0;
        }
        if (changed >= ColumnKeeping.MANY) {
            boolean more = new ColumnKeeping(connection).keepOne(columns);
            changed = more ? ColumnKeeping.MANY - SOON : 0;
        }
    }

    @Override
    public List<Result> land(Mapping mapping, List<SourceRecord> page, Seen seen, MergeGuard guard, long run) {
        BitSet records = seen == null ? null : ((SeenRecords) seen).records();
        return database.write(connection -> {
            Optional<List<Result>> first = landing.page(connection, mapping, page, records, run, clock.millis());
            if (first.isPresent()) {
                return first.get();
            }
            PageKeeping keeping = keeping(connection).of(run, guard).leaving(new Landed(connection));
            return page(connection, keeping, mapping, page, seen);
        });
    }

    private List<Result> page(
            Connection connection, PageKeeping keeping, Mapping mapping, List<SourceRecord> page, Seen seen)
            throws SQLException {
        FeedTable.Feed feed = feed(connection, mapping, keeping);
        BitSet records = seen == null ? null : ((SeenRecords) seen).records();
        KnownRecords known = remembered.of(connection, feed.id());
        PageDetection detection = new PageDetection(connection, known, derivation, mapping, feed.id(), page, records);
        List<RecordChange> changes = detection.changes();
        remembered.learn(feed.id(), page.size(), changes);
        keeping.keep(feed.id(), changes);
        return detection.results();
    }

    @Override
    public void settle(MergeGuard guard) {
        if (!database.read(connection -> new Landed(connection).any())) {
            return;
        }
        database.writeMuch(connection -> {
            landing.settle(connection, settling(connection));
            return null;
        });
        while (database.write(connection -> settling(connection).part(guard))) {
            // Each part is a transaction of its own, so that others can write between.
        }
        database.writeMuch(connection -> {
            again(connection).settle(guard);
            new ColumnKeeping(connection).keep(columns);
            return null;
        });
    }

    private Settling settling(Connection connection) throws SQLException {
        return new Settling(connection, derivation, models, clock.millis(), new ChangedPeople(), new HashMap<>());
    }

    @Override
    public boolean knowsNobody() {
        return database.read(connection -> Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM signature)") == 0);
    }

    @Override
    public int deleteUnseen(Mapping mapping, Seen seen) {
        SeenRecords contained = (SeenRecords) seen;
        return database.write(connection -> {
            PageKeeping keeping = keeping(connection);
            FeedTable.Feed feed = feed(connection, mapping, keeping);
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
                remembered.forget(feed.id(), gone);
                keeping.keep(feed.id(), gone);
                deleted += gone.size();
                gone.clear();
            } while (page.size() == PAGE);
            return deleted;
        });
    }

    /** The feed of a mapping; when the mapping means something else than before, its records are read again first. */
    private FeedTable.Feed feed(Connection connection, Mapping mapping, PageKeeping keeping) throws SQLException {
        Optional<FeedTable.Feed> known = FeedTable.find(connection, mapping);
        if (known.isEmpty()) {
            return FeedTable.add(connection, mapping);
        }
        if (known.get().version() != mapping.version()) {
            new RereadFeed(connection, derivation, known.get(), mapping).read(keeping, done -> {});
        }
        return known.get();
    }

    /**
     * Derives everything anew from the records kept, because a person asks.
     *
     * @return how many records were read
     */
    public long rederive() {
        return database.writeMuch(connection -> again(connection).everything());
    }

    /**
     * Derives again what was derived by other identity rules, another model, other mappings or other survivorship than today's.
     *
     * @param maxMerges the largest part of all profiles that this may merge into others, 0 to 1
     * @return how many records were read
     * @throws io.serai.profile.CollapseException when it would merge more; everything stays as it was
     */
    public long rederiveIfRulesChanged(double maxMerges) {
        return database.writeMuch(connection ->
                again(connection).ifChanged(new MergeGuard(maxMerges, ALLOW)).records());
    }

    /** Marks records as deleted, whatever their feeds. */
    void delete(Connection connection, List<Long> records) throws SQLException {
        remembered.clear();
        keeping(connection).delete(records);
    }
}
