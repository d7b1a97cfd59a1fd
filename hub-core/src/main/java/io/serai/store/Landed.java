package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the pages of a great load left to be done once for all of them: kept in the store, so that a crash forgets none of it. */
final class Landed {

    private final Connection connection;

    Landed(Connection connection) {
        this.connection = connection;
    }

    /** Whether anything is left to be done. */
    boolean any() throws SQLException {
        return Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM landed) OR EXISTS (SELECT 1 FROM stale_profile)")
                        == 1
                || new LateIndexes(connection).missing();
    }

    /** Leaves new signatures, a range of numbers, for later. */
    void leave(long first, long last) throws SQLException {
        if (Sql.update(connection, "UPDATE landed SET last_id = ? WHERE last_id = ?", last, first - 1) == 0) {
            Sql.update(connection, "INSERT INTO landed (first_id, last_id) VALUES (?, ?)", first, last);
        }
    }

    /** Leaves profiles that gained records for later. */
    void leaveProfiles(Collection<Long> profiles, boolean whole) throws SQLException {
        if (!profiles.isEmpty()) {
            Sql.update(
                    connection,
                    "INSERT INTO stale_profile (profile_id, whole) SELECT value, ? FROM json_each(?) WHERE true"
                            + " ON CONFLICT DO UPDATE SET whole = max(whole, excluded.whole)",
                    whole ? 1 : 0,
                    Sql.json(profiles));
        }
    }

    /** How many signatures wait. */
    long signatures() throws SQLException {
        return Sql.number(connection, "SELECT coalesce(sum(last_id - first_id + 1), 0) FROM landed");
    }

    /** The next live signatures that wait, in the order of their numbers. */
    List<Long> next(long after, int limit) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getLong(1),
                // Ranges first: by the order of signatures alone the engine would look at all of them from the
                // beginning.
                "SELECT s.id FROM landed l CROSS JOIN signature s ON s.id BETWEEN l.first_id AND l.last_id"
                        + " WHERE s.records > 0 AND s.id > ? ORDER BY l.first_id, s.id LIMIT ?",
                after,
                limit);
    }

    /** The ranges of signatures that wait: first and last number. */
    List<long[]> ranges() throws SQLException {
        return Sql.list(
                connection,
                row -> new long[] {row.getLong(1), row.getLong(2)},
                "SELECT first_id, last_id FROM landed ORDER BY first_id");
    }

    /** Signatures up to a number are done. */
    void done(long last) throws SQLException {
        Sql.update(connection, "DELETE FROM landed WHERE last_id <= ?", last);
        Sql.update(connection, "UPDATE landed SET first_id = ? WHERE first_id <= ?", last + 1, last);
    }

    /** Some of the profiles that wait. */
    Set<Long> someProfiles(boolean whole, int limit) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT profile_id FROM stale_profile WHERE whole = ? LIMIT ?",
                whole ? 1 : 0,
                limit));
    }

    /** Profiles are done. */
    void done(Collection<Long> profiles) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM stale_profile WHERE profile_id IN (SELECT value FROM json_each(?))",
                Sql.json(profiles));
    }

    /** The profiles that wait. */
    Set<Long> profiles(boolean whole) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT profile_id FROM stale_profile WHERE whole = ?",
                whole ? 1 : 0));
    }

    /** Everything is done. */
    void done() throws SQLException {
        Sql.update(connection, "DELETE FROM landed");
        Sql.update(connection, "DELETE FROM stale_profile");
    }
}
