package io.serai.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** What is known of records before a page. */
interface KnownRecords {

    /** Those of the keys that are known, by key, in a map that may be changed. */
    Map<String, RecordTable.Known> known(long feed, Collection<String> keys) throws SQLException;

    /** Whether some are in memory: {@link #unchanged} may tell more than nothing. */
    default boolean remembers() {
        return false;
    }

    /** The number of the record that has that key and hash; 0 when memory does not tell. What it does not tell of is not told any more. */
    default int unchanged(String key, long hash) {
        return 0;
    }

    /** The number of the next new record. */
    long next() throws SQLException;
}
