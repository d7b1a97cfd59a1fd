package io.serai.store;

import java.lang.ref.SoftReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Remembers what is known of the records of feeds that bring the same again and again, as long as there is memory. Right because
 * nobody else writes to the store. To be used under the lock of the writer.
 */
final class Remembered {

    /** So many unchanged ones without a changed one among them begin to pay. */
    private static final int MANY = 10_000;

    private final LongSupplier undone;
    private final Map<Long, SoftReference<FeedHashes>> hashes = new HashMap<>();
    private final Map<Long, Integer> unchanged = new HashMap<>();
    /** Feeds for which there is not the memory. */
    private final Set<Long> tooLarge = new HashSet<>();

    private long undoneBefore;

    /** @param undone how often something written was undone: it may have been remembered */
    Remembered(LongSupplier undone) {
        this.undone = undone;
    }

    /** What is known of a feed's records, in memory or in the store. */
    KnownRecords of(Connection connection, long feed) throws SQLException {
        FeedHashes found = hashes(connection, feed);
        RecordTable stored = new RecordTable(connection);
        return found == null
                ? stored
                : new KnownRecords() {
                    @Override
                    public boolean remembers() {
                        return true;
                    }

                    @Override
                    public int unchanged(String key, long hash) {
                        return found.unchanged(key, hash);
                    }

                    @Override
                    public Map<String, RecordTable.Known> known(long of, Collection<String> keys) throws SQLException {
                        return stored.known(of, keys);
                    }

                    @Override
                    public long next() throws SQLException {
                        return stored.next();
                    }
                };
    }

    private FeedHashes hashes(Connection connection, long feed) throws SQLException {
        if (undone.getAsLong() != undoneBefore) {
            hashes.clear();
            undoneBefore = undone.getAsLong();
        }
        SoftReference<FeedHashes> known = hashes.get(feed);
        FeedHashes found = known == null ? null : known.get();
        if (found == null && unchanged.getOrDefault(feed, 0) >= MANY && !tooLarge.contains(feed)) {
            unchanged.put(feed, 0);
            found = FeedHashes.load(connection, feed);
            if (found == null) {
                tooLarge.add(feed);
            }
            hashes.put(feed, new SoftReference<>(found));
        }
        return found;
    }

    /** A page of a feed had so many records, of which some have changed; those are forgotten. */
    void learn(long feed, int page, List<RecordChange> changes) {
        int others = page - changes.size();
        unchanged.merge(feed, changes.size() > others ? -unchanged.getOrDefault(feed, 0) : others, Integer::sum);
        forget(feed, changes);
    }

    /** These records become others. */
    void forget(long feed, List<RecordChange> changes) {
        SoftReference<FeedHashes> known = hashes.get(feed);
        FeedHashes found = known == null ? null : known.get();
        if (found != null) {
            changes.forEach(change -> found.forget(change.key()));
        }
    }

    /** Everything may become other. */
    void clear() {
        hashes.clear();
        unchanged.clear();
        tooLarge.clear();
    }
}
