package io.serai.store;

import com.dynatrace.hash4j.hashing.HashValue128;
import io.serai.identity.Identifier;
import io.serai.identity.IdentityRules;
import io.serai.record.RecordHash;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A great load into a store that has heard of nobody. Which keys there are and who says what is in memory, two dozen bytes for each
 * record, so that nothing is looked up, and all else waits in files; the store gets the records as they come, and all that tells who is
 * who once, at the end.
 * Records and signatures are numbered from 1, without gaps.
 */
final class FirstLoad implements AutoCloseable {

    /** The places of a record's key and of its signature's fingerprint, or at the end what tells who is who, take no more. */
    private static final long BYTES = 24;

    private final IdentityRules rules;
    private final SpilledFacts facts;
    private final SharedValues values;
    private HashNumbers keys = new HashNumbers();
    private HashNumbers fingerprints = new HashNumbers();
    private final LoadedRecords records;
    private final LoadedSignatures signatures;
    private final long most = Runtime.getRuntime().maxMemory() / 2 / BYTES;

    /** @param store whose folder has room for what is said */
    FirstLoad(Path store, IdentityRules rules) {
        this.rules = rules;
        values = new SharedValues(store, rules);
        facts = new SpilledFacts(store);
        records = new LoadedRecords(store);
        signatures = new LoadedSignatures(store);
    }

    /** Whether the store holds what this knows: a page may have been undone since. */
    boolean agrees(Connection connection) throws SQLException {
        return Sql.number(connection, "SELECT coalesce(max(id), 0) FROM record") == records.size();
    }

    /** Whether it had better end before it takes too much memory. */
    boolean isFull() {
        return records.size() > most;
    }

    /** The records that came so far. */
    KnownRecords known(Connection connection) {
        return new KnownRecords() {
            @Override
            public Map<String, RecordTable.Known> known(long feed, Collection<String> wanted) throws SQLException {
                return inStore(connection, feed, maybeKnown(feed, wanted));
            }

            @Override
            public long next() {
                return records.size() + 1L;
            }
        };
    }

    /** Records whose keys have the hashes of some. */
    private Set<Integer> maybeKnown(long feed, Collection<String> wanted) {
        Set<Integer> maybe = new TreeSet<>();
        for (String key : wanted) {
            keys.find(keyHash(feed, key), record -> {
                maybe.add(record + 1);
                return false;
            });
        }
        return maybe;
    }

    private static long keyHash(long feed, String key) {
        return RecordHash.of(key, feed);
    }

    private static Map<String, RecordTable.Known> inStore(Connection connection, long feed, Set<Integer> maybe)
            throws SQLException {
        Map<String, RecordTable.Known> known = new HashMap<>();
        if (!maybe.isEmpty()) {
            Sql.each(
                    connection,
                    row -> known.put(
                            row.getString(1),
                            new RecordTable.Known(row.getLong(2), row.getLong(3), row.getLong(4), false)),
                    """
                    SELECT r.key, r.id, s.hash, coalesce(s.signature_id, 0) FROM json_each(?) j
                    CROSS JOIN record r ON r.id = j.value AND r.feed_id = ?
                    CROSS JOIN record_state s ON s.record_id = r.id""",
                    Sql.json(maybe),
                    feed);
        }
        return known;
    }

    /** Keeps what a page of new records says; answers the number of each record's signature, absent for nobody's. */
    Map<Long, Long> keep(FeedTable.Feed feed, List<RecordChange> page, long run, long now) {
        Map<Long, Long> signatureOf = new HashMap<>(page.size() * 2);
        for (RecordChange change : page) {
            if (change.id() != records.size() + 1L) {
                throw new IllegalStateException("Record " + change.id() + " came after " + records.size());
            }
            keys.put(keyHash(feed.id(), change.key()), records.size());
            if (PageSayings.says(change)) {
                signatureOf.put(change.id(), 1L + keep(feed, change, run, now));
            } else {
                records.add(-1, -1, now);
            }
        }
        return signatureOf;
    }

    private int keep(FeedTable.Feed feed, RecordChange change, long run, long now) {
        HashValue128 fingerprint = SignatureTable.fingerprint(feed.id(), change.facts(), change.id(), rules.version());
        long hash = fingerprint.getLeastSignificantBits();
        long hash2 = fingerprint.getMostSignificantBits();
        int known = fingerprints.find(hash, signature -> signatures.is(signature, hash, hash2));
        boolean told = known < 0 || feed.isOfPeople();
        long said = told ? facts.add(change.facts()) : -1;
        int signature = known >= 0 ? known : signatures.size();
        records.add(signature, said, now);
        if (known < 0) {
            fingerprints.put(hash, signature);
            signatures.add(hash, hash2, said, run, (int) feed.id());
            for (Identifier identifier : change.facts().identifiers()) {
                values.add(signature, identifier);
            }
        }
        return signature;
    }

    /** What everybody says; there may be no more pages after this. */
    LoadedSayings sayings(Connection connection) throws SQLException {
        facts.complete();
        records.complete();
        signatures.complete();
        keys = null;
        fingerprints = null;
        return new LoadedSayings(connection, records, signatures, facts, values);
    }

    @Override
    public void close() {
        facts.close();
        records.close();
        signatures.close();
        values.close();
    }
}
