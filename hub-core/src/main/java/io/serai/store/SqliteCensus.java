package io.serai.store;

import io.serai.profile.Census;

/** Counts what is in SQLite; reads every record's narrow half, so not for hot paths. */
public final class SqliteCensus {

    private final SqliteDatabase database;

    public SqliteCensus(SqliteDatabase database) {
        this.database = database;
    }

    /** What there is now. */
    public Census take() {
        return database.read(connection -> Sql.first(
                        connection,
                        row -> new Census(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        """
                        WITH home AS (SELECT count(*) AS people FROM household GROUP BY household_id HAVING count(*) > 1)
                        SELECT (SELECT count(*) FROM record WHERE deleted = 0), count(*), count(DISTINCT s.profile_id),
                          (SELECT count(*) FROM home), (SELECT coalesce(sum(people), 0) FROM home)
                        FROM feed f JOIN record r ON r.feed_id = f.id
                        JOIN record_state rs ON rs.record_id = r.id JOIN signature s ON s.id = rs.signature_id
                        WHERE f.target = 'PROFILE' AND r.deleted = 0 AND s.profile_id IS NOT NULL""")
                .orElseThrow());
    }
}
