package io.serai.store;

import io.serai.profile.MergeGuard;
import io.serai.profile.ResolveReport.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of profiles between two moments of one transaction, however often they changed in between. */
final class ProfileDiff {

    private static final int EXAMPLES = 5;

    /** Where a profile stayed, or went as a whole, and the others that it has come apart into. */
    private static final String PARTINGS = """
            SELECT b.profile_id, b.other_id FROM temp.became b JOIN profile p ON p.id = b.profile_id
            WHERE b.other_id <> coalesce(p.merged_into, p.id)""";

    private static final String NOW = " FROM temp.was_in w JOIN record_state rs ON rs.record_id = w.record_id"
            + " JOIN signature s ON s.id = rs.signature_id";

    private final Connection connection;
    private final long highest;

    private ProfileDiff(Connection connection, long highest) {
        this.connection = connection;
        this.highest = highest;
    }

    /** Remembers who everybody is now. */
    static ProfileDiff begin(Connection connection) throws SQLException {
        TemporaryStore.inFiles(connection);
        for (String sql : List.of(
                "DROP TABLE IF EXISTS temp.was_in",
                "DROP TABLE IF EXISTS temp.was_alias",
                "CREATE TEMP TABLE was_in (record_id INTEGER PRIMARY KEY, profile_id INTEGER NOT NULL)",
                "CREATE TEMP TABLE was_alias (id INTEGER PRIMARY KEY, merged_into INTEGER NOT NULL)",
                "INSERT INTO temp.was_in SELECT rs.record_id, s.profile_id FROM record_state rs"
                        + " JOIN signature s ON s.id = rs.signature_id WHERE s.profile_id IS NOT NULL",
                "INSERT INTO temp.was_alias SELECT id, merged_into FROM profile WHERE merged_into IS NOT NULL")) {
            Sql.update(connection, sql);
        }
        return new ProfileDiff(connection, Sql.number(connection, "SELECT coalesce(max(id), 0) FROM profile"));
    }

    /** Finds out, of profiles that somebody left; to be called once, before the other questions. */
    ProfileDiff end() throws SQLException {
        for (String sql : List.of(
                "DROP TABLE IF EXISTS temp.moved",
                "DROP TABLE IF EXISTS temp.became",
                "CREATE TEMP TABLE moved (profile_id INTEGER PRIMARY KEY)",
                "CREATE TEMP TABLE became (profile_id INTEGER, other_id INTEGER, PRIMARY KEY (profile_id, other_id))"
                        + " WITHOUT ROWID",
                "INSERT OR IGNORE INTO temp.moved SELECT w.profile_id" + NOW
                        + " WHERE s.profile_id IS NOT w.profile_id")) {
            Sql.update(connection, sql);
        }
        if (Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM temp.moved)") == 1) {
            Sql.update(
                    connection,
                    "INSERT INTO temp.became SELECT DISTINCT w.profile_id, s.profile_id" + NOW
                            + " WHERE w.profile_id IN (SELECT profile_id FROM temp.moved)");
        }
        return this;
    }

    /** Profiles that became another's. */
    List<Long> merged() throws SQLException {
        return Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT DISTINCT p.id FROM temp.became b JOIN profile p ON p.id = b.profile_id"
                        + " WHERE p.merged_into IS NOT NULL ORDER BY p.id");
    }

    /**
     * Stops when too many profiles became others'.
     *
     * @throws io.serai.profile.CollapseException then; nothing may be kept
     */
    void stopAt(MergeGuard guard, Map<Long, String> why) throws SQLException {
        guard.begin(() -> highest);
        guard.count(merged(), why, last -> live(connection, last));
    }

    /** How many profiles up to a number are live. */
    static long live(Connection connection, long last) {
        try {
            return Sql.number(connection, "SELECT count(*) FROM profile WHERE live = 1 AND id <= ?", last);
        } catch (SQLException e) {
            throw StoreException.of("count profiles", e);
        }
    }

    /** Profiles that somebody left. */
    long split() throws SQLException {
        return Sql.number(
                connection, "SELECT count(*) FROM (SELECT 1 FROM temp.became GROUP BY profile_id HAVING count(*) > 1)");
    }

    /** Some of both. */
    List<Change> examples(Map<Long, String> why) throws SQLException {
        List<Change> examples = new ArrayList<>(Sql.list(
                connection,
                row -> new Change("merge", row.getLong(1), row.getLong(2), why.getOrDefault(row.getLong(1), "")),
                "SELECT DISTINCT p.id, p.merged_into FROM temp.became b JOIN profile p ON p.id = b.profile_id"
                        + " WHERE p.merged_into IS NOT NULL ORDER BY p.id LIMIT ?",
                EXAMPLES));
        examples.addAll(Sql.list(
                connection,
                row -> new Change("split", row.getLong(1), row.getLong(2), ""),
                PARTINGS + " ORDER BY 1, 2 LIMIT ?",
                EXAMPLES));
        return examples;
    }

    /** Tells of everything that changed, as a page tells of what it changes. */
    void tell(Map<Long, String> why, long now) throws SQLException {
        try (Batch merge = new Batch(connection, """
                INSERT INTO identity_event (at, kind, profile_id, other_id, why)
                SELECT ?1, 'merge', p.id, p.merged_into, ?3 FROM profile p WHERE p.id = ?2""")) {
            for (long profile : merged()) {
                merge.add(now, profile, why.getOrDefault(profile, ""));
            }
            merge.flush();
        }
        Sql.update(
                connection,
                "WITH parting (profile_id, other_id) AS (" + PARTINGS + ")"
                        + " INSERT INTO identity_event (at, kind, profile_id, other_id, why)"
                        + " SELECT ?, 'split', profile_id, other_id, '' FROM parting ORDER BY profile_id, other_id",
                now);
        Sql.update(connection, """
                INSERT INTO identity_event (at, kind, profile_id, other_id, why)
                SELECT ?, CASE WHEN p.merged_into IS NULL THEN 'restored' ELSE 'alias' END, p.id,
                  coalesce(p.merged_into, w.merged_into), ''
                FROM temp.was_alias w JOIN profile p ON p.id = w.id
                WHERE p.merged_into IS NOT w.merged_into ORDER BY p.id""", now);
    }
}
