package io.serai.store;

import io.serai.record.RecordHash;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The keys and hashes of a feed's records in memory, two dozen bytes each: what comes again as it was is recognised without a look into
 * the store. It has to be the same in 64 bits that tell key and payload at once, and in 42 of the key: that does not happen by chance.
 * Whatever may have changed since is forgotten.
 */
final class FeedHashes {

    /** A record takes at most this, with its places in the table. */
    private static final int BYTES = 25;

    private final HashNumbers keys = new HashNumbers();
    /** By place the hashes of the record and of its key in one; 0 when they are not known any more. */
    private final long[] hashes;

    private final int[] records;
    private int size;

    private FeedHashes(int records) {
        hashes = new long[records];
        this.records = new int[records];
    }

    /** Those of a feed; null when it would take more than half of the heap. */
    static FeedHashes load(Connection connection, long feed) throws SQLException {
        long count = Sql.number(connection, "SELECT count(*) FROM record WHERE feed_id = ?", feed);
        if (count * BYTES > Runtime.getRuntime().maxMemory() / 2) {
            return null;
        }
        FeedHashes loaded = new FeedHashes((int) count);
        Sql.each(
                connection,
                row -> loaded.add(RecordHash.of(row.getString(1)), row.getLong(2), row.getInt(3)),
                "SELECT r.key, s.hash, r.id FROM record r JOIN record_state s ON s.record_id = r.id AND s.hash <> 0"
                        + " WHERE r.feed_id = ?",
                feed);
        return loaded;
    }

    private void add(long key, long hash, int record) {
        keys.put(key, size);
        hashes[size] = hash ^ key;
        records[size++] = record;
    }

    /**
     * The number of the record that has that key and is as it was; 0 when that is not known, and from then on it is not.
     *
     * @param hash 0 for none
     */
    int unchanged(String key, long hash) {
        long keyHash = RecordHash.of(key);
        int place = hash == 0 ? -1 : keys.find(keyHash, each -> hashes[each] == (hash ^ keyHash));
        if (place < 0) {
            forget(key);
        }
        return place < 0 ? 0 : records[place];
    }

    /** Whatever has that key may be another from now on. */
    void forget(String key) {
        keys.find(RecordHash.of(key), each -> {
            hashes[each] = 0;
            return false;
        });
    }
}
