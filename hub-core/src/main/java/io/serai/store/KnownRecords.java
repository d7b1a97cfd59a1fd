package io.serai.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** What is known of records before a page. */
interface KnownRecords {

    /** Those of the keys that are known, by key, in a map that may be changed. */
    Map<String, RecordTable.Known> known(long feed, Collection<String> keys) throws SQLException;

    /** The number of the next new record. */
    long next() throws SQLException;
}
