package io.serai.sync;

import io.serai.spi.Change;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads the records of a body one after the other; memory holds one record and a page. */
interface BodyReader extends AutoCloseable {

    /**
     * One row of a body.
     *
     * @param fields null when the row could not be read
     * @param unreadable null when it could
     */
    record Row(Map<String, Object> fields, Change.Unreadable unreadable) {

        static Row of(Map<String, Object> fields) {
            return new Row(fields, null);
        }

        static Row broken(String key, String reason, String raw) {
            String kept = raw.length() > 4096 ? raw.substring(0, 4096) : raw;
            return new Row(null, new Change.Unreadable(key, reason, kept));
        }
    }

    /**
     * The next rows; empty at the end.
     *
     * @throws SyncException when the body is not of this format at all, or breaks off
     * @throws IOException when the body cannot be read any further
     */
    List<Row> next(int limit) throws IOException;

    @Override
    void close() throws IOException;
}
