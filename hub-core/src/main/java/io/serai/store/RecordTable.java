package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records: whole in one table, and a narrow row each that tells whether one has changed. */
final class RecordTable implements KnownRecords {

    /**
     * What is known of a record before a page.
     *
     * @param signature 0 when it is nobody's
     */
    record Known(long id, long hash, long signature, boolean deleted) {

        /** Whether it is there with a payload of that hash. */
        boolean is(long payload) {
            return !deleted && hash == payload;
        }
    }

    /** A record kept in the store. */
    record Stored(long id, String key, String payload, long signature, long changed) {}

    private final Connection connection;

    RecordTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, Known> known(long feed, Collection<String> keys) throws SQLException {
        Map<String, Known> known = new HashMap<>(keys.size() * 2);
        Sql.each(
                connection,
                row -> known.put(
                        row.getString(1),
                        new Known(row.getLong(2), row.getLong(3), row.getLong(4), row.getInt(5) == 1)),
                """
                SELECT r.key, r.id, s.hash, coalesce(s.signature_id, 0), r.deleted
                FROM json_each(?) k CROSS JOIN record r ON r.feed_id = ? AND r.key = k.value
                JOIN record_state s ON s.record_id = r.id""",
                Sql.json(keys),
                feed);
        return known;
    }

    @Override
    public long next() throws SQLException {
        return Sql.number(connection, "SELECT coalesce(max(id), 0) + 1 FROM record");
    }

    /** The next live records of a feed by number. */
    static List<Stored> after(Connection connection, long feed, long afterId, int limit) throws SQLException {
        // Of a feed with many the records are read as they lie; of one with few they are looked up by its index, and
        // sorted.
        long some = Sql.number(
                connection, "SELECT count(*) FROM (SELECT 1 FROM record WHERE feed_id = ? LIMIT ?)", feed, limit + 1);
        return Sql.list(
                connection,
                row -> new Stored(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)),
                """
                SELECT r.id, r.key, r.payload, coalesce(s.signature_id, 0), r.changed
                FROM record r CROSS JOIN record_state s ON s.record_id = r.id
                WHERE %sr.feed_id = ? AND r.id > ? AND r.deleted = 0 ORDER BY r.id LIMIT ?""".formatted(some > limit ? "+" : ""),
                feed,
                afterId,
                limit);
    }
}
