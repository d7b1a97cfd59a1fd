package io.serai.store;

import io.serai.record.RecordHash;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The keys and hashes of a feed's records in memory, 64 bits each: what comes again as it was is recognised without a look into the
 * store. That two keys and two payloads have the same hashes at once does not happen. Whatever may have changed since is forgotten.
 */
final class FeedHashes {

    /** Of a place in the tables, of which two thirds are taken. */
    private static final int BYTES = 20;

    private final long[] keys;
    private final long[] hashes;
    /** By place the number of the record, 0 where there is none. */
    private final int[] records;

    private FeedHashes(int places) {
        keys = new long[places];
        hashes = new long[places];
        records = new int[places];
    }

    /** Those of a feed; null when it would take more than a quarter of the heap. */
    static FeedHashes load(Connection connection, long feed) throws SQLException {
        long count = Sql.number(connection, "SELECT count(*) FROM record WHERE feed_id = ?", feed);
        long places = Math.max(16, Long.highestOneBit(count * 3 / 2) * 2);
        if (places * BYTES > Runtime.getRuntime().maxMemory() / 4) {
            return null;
        }
        FeedHashes loaded = new FeedHashes((int) places);
        Sql.each(
                connection,
                row -> loaded.add(RecordHash.of(row.getString(1)), row.getLong(2), row.getInt(3)),
                "SELECT r.key, s.hash, r.id FROM record r JOIN record_state s ON s.record_id = r.id AND s.hash <> 0"
                        + " WHERE r.feed_id = ?",
                feed);
        return loaded;
    }

    private void add(long key, long hash, int record) {
        int place = place(key);
        while (records[place] != 0) {
            place = place + 1 & keys.length - 1;
        }
        keys[place] = key;
        hashes[place] = hash;
        records[place] = record;
    }

    private int place(long key) {
        return (int) (key >>> 20) & keys.length - 1;
    }

    /**
     * The number of the record that has that key and is as it was; 0 when that is not known, and from then on it is not.
     *
     * @param hash 0 for none
     */
    int unchanged(String key, long hash) {
        long wanted = RecordHash.of(key);
        for (int place = place(wanted); records[place] != 0; place = place + 1 & keys.length - 1) {
            if (keys[place] == wanted) {
                if (hashes[place] == hash && hash != 0) {
                    return records[place];
                }
                hashes[place] = 0;
            }
        }
        return 0;
    }

    /** Whatever has that key may be another from now on. */
    void forget(String key) {
        long wanted = RecordHash.of(key);
        for (int place = place(wanted); records[place] != 0; place = place + 1 & keys.length - 1) {
            if (keys[place] == wanted) {
                hashes[place] = 0;
            }
        }
    }
}
