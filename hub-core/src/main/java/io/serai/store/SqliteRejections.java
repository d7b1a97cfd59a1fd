package io.serai.store;

import io.serai.sync.Rejection;
import io.serai.sync.Rejections;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Rejections in SQLite. */
public final class SqliteRejections implements Rejections {

    private final SqliteDatabase database;

    public SqliteRejections(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void refuse(List<Rejection> refused) {
        database.write(connection -> refuse(
                connection, 0, refused, "side = ?1 AND target = ?2 AND key = ?3 AND sync_id = ?4 AND ?5 IS NOT NULL"));
    }

    @Override
    public void refuse(long sync, List<Rejection> refused) {
        database.write(connection -> refuse(
                connection, sync, refused, "side = ?1 AND sync_id = ?4 AND profile_id = ?5 AND ?2 || ?3 IS NOT NULL"));
    }

    private static Void refuse(Connection connection, long sync, List<Rejection> refused, String same)
            throws SQLException {
        String update = "UPDATE rejection SET run_id = ?6, reason = ?7, payload = ?8, at = ?9, target = ?2, key = ?3"
                + " WHERE open = 1 AND " + same;
        String insert =
                "INSERT INTO rejection (side, target, key, sync_id, profile_id, run_id, reason, payload, at, open)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)";
        try (PreparedStatement updating = connection.prepareStatement(update);
                PreparedStatement inserting = connection.prepareStatement(insert)) {
            for (Rejection row : refused) {
                Object[] values = {
                    row.side().text(),
                    row.target(),
                    row.key(),
                    sync,
                    row.profile(),
                    row.run(),
                    row.reason(),
                    row.payload(),
                    row.at().toEpochMilli()
                };
                Sql.bind(updating, values);
                if (updating.executeUpdate() == 0) {
                    Sql.bind(inserting, values);
                    inserting.executeUpdate();
                }
            }
        }
        return null;
    }

    @Override
    public void accept(Rejection.Side side, String target, Collection<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        database.write(connection -> {
            long open = Sql.number(
                    connection,
                    "SELECT 1 FROM rejection WHERE side = ? AND target = ? AND open = 1 LIMIT 1",
                    side.text(),
                    target);
            return open == 0
                    ? 0
                    : Sql.update(
                            connection,
                            "UPDATE rejection SET open = 0 WHERE side = ? AND target = ? AND open = 1"
                                    + " AND key IN (SELECT value FROM json_each(?))",
                            side.text(),
                            target,
                            Sql.json(keys));
        });
    }

    @Override
    public void accept(long sync, Collection<Long> profiles) {
        if (profiles.isEmpty()) {
            return;
        }
        database.write(connection -> {
            long open = Sql.number(
                    connection,
                    "SELECT 1 FROM rejection WHERE sync_id = ? AND open = 1 AND side = 'push' LIMIT 1",
                    sync);
            return open == 0
                    ? 0
                    : Sql.update(
                            connection,
                            "UPDATE rejection SET open = 0 WHERE sync_id = ? AND open = 1 AND side = 'push'"
                                    + " AND profile_id IN (SELECT value FROM json_each(?))",
                            sync,
                            Sql.json(profiles));
        });
    }

    @Override
    public List<Rejection> of(long run, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                SqliteRejections::rejection,
                "SELECT * FROM rejection WHERE run_id = ? ORDER BY id LIMIT ?",
                run,
                limit));
    }

    @Override
    public List<Rejection> open(long run) {
        return database.read(connection -> Sql.list(
                connection,
                SqliteRejections::rejection,
                "SELECT * FROM rejection WHERE run_id = ? AND open = 1 ORDER BY id",
                run));
    }

    private static Rejection rejection(ResultSet row) throws SQLException {
        return new Rejection(
                row.getLong("id"),
                row.getLong("run_id"),
                Rejection.Side.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                row.getString("target"),
                row.getString("key"),
                row.getLong("profile_id"),
                row.getString("reason"),
                row.getString("payload"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getInt("open") == 1);
    }
}
