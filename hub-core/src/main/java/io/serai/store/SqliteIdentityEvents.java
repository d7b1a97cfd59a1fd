package io.serai.store;

import io.serai.profile.IdentityEvent;
import io.serai.profile.IdentityEvents;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What became of profiles, in SQLite. */
public final class SqliteIdentityEvents implements IdentityEvents {

    private final SqliteDatabase database;

    public SqliteIdentityEvents(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public List<IdentityEvent> after(long after, Set<String> kinds, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                row -> new IdentityEvent(
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6)),
                "SELECT id, at, kind, profile_id, other_id, why FROM identity_event"
                        + " WHERE id > ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT ?",
                after,
                Sql.json(kinds),
                limit));
    }

    @Override
    public long last() {
        return database.read(connection -> Sql.number(connection, "SELECT coalesce(max(id), 0) FROM identity_event"));
    }

    /**
     * Forgets what happened before a time. The last event stays in any case, so that no number is given twice.
     *
     * @return how many events were forgotten
     */
    public int forget(Instant before) {
        return database.write(connection -> Sql.update(
                connection,
                "DELETE FROM identity_event WHERE at < ? AND id < (SELECT max(id) FROM identity_event)",
                before.toEpochMilli()));
    }
}
