package io.serai.sync;

import io.serai.record.SourceRecord;
import io.serai.spi.Change;
import io.serai.spi.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One page that a route is to process.
 *
 * @param records what could be read, in the stream's order
 * @param unreadable what could not; counted as rejected when the page is done
 * @param next where the following page starts
 * @param last whether the pass ends with this page
 * @param tally to be handed to every ingest step that the page's records reach
 * @param pass the account of a snapshot; null for other streams
 */
public record PulledPage(
        List<SourceRecord> records,
        List<Change.Unreadable> unreadable,
        Cursor next,
        boolean last,
        PageTally tally,
        SnapshotPass pass) {

    /** The body of the page's exchange: one {@link PulledRecord} a record. */
    public List<Map<String, Object>> body() {
        List<Map<String, Object>> body = new ArrayList<>(records.size());
        for (SourceRecord record : records) {
            body.add(new PulledRecord(record));
        }
        return body;
    }
}
