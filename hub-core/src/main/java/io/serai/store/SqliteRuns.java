package io.serai.store;

import io.serai.sync.Counts;
import io.serai.sync.RunStatus;
import io.serai.sync.RunStore;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs in SQLite. */
public final class SqliteRuns implements RunStore {

    private final SqliteDatabase database;

    public SqliteRuns(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public long insert(String route, Trigger trigger, Instant started) {
        return database.write(connection -> {
            Sql.update(
                    connection,
                    "INSERT INTO run (route, trigger, status, started) VALUES (?, ?, 'running', ?)",
                    route,
                    trigger.text(),
                    started.toEpochMilli());
            return Sql.number(connection, "SELECT last_insert_rowid()");
        });
    }

    @Override
    public void add(long run, Counts delta) {
        database.write(connection -> Sql.update(
                connection,
                "UPDATE run SET read = read + ?, stored = stored + ?, unchanged = unchanged + ?, rejected = rejected + ?,"
                        + " skipped = skipped + ?, deleted = deleted + ?, planned = planned + ?, sent = sent + ?,"
                        + " deferred = deferred + ?, held = held + ? WHERE id = ?",
                delta.read(),
                delta.stored(),
                delta.unchanged(),
                delta.rejected(),
                delta.skipped(),
                delta.deleted(),
                delta.planned(),
                delta.sent(),
                delta.deferred(),
                delta.held(),
                run));
    }

    @Override
    public void finish(long run, RunStatus status, Instant finished, String message) {
        database.write(connection -> Sql.update(
                connection,
                "UPDATE run SET status = ?, finished = ?, message = ? WHERE id = ?",
                status.text(),
                finished.toEpochMilli(),
                message,
                run));
    }

    @Override
    public int interruptRunning(Instant now) {
        return database.write(connection -> {
            Sql.update(
                    connection, "DELETE FROM plan_row WHERE plan_id IN (SELECT id FROM plan WHERE status = 'draft')");
            Sql.update(connection, "DELETE FROM plan WHERE status = 'draft'");
            return Sql.update(
                    connection,
                    "UPDATE run SET status = 'interrupted', finished = ?,"
                            + " deferred = CASE WHEN planned > 0 THEN planned - sent - rejected - held ELSE deferred END,"
                            + " message = 'The process ended before the run did. The next run goes on from there.'"
                            + " WHERE status = 'running'",
                    now.toEpochMilli());
        });
    }

    @Override
    public Optional<RunView> get(long run) {
        return database
                .read(connection -> Sql.list(connection, SqliteRuns::view, "SELECT * FROM run WHERE id = ?", run))
                .stream()
                .findFirst();
    }

    @Override
    public List<RunView> list(String route, int limit) {
        return database.read(connection -> route == null
                ? Sql.list(connection, SqliteRuns::view, "SELECT * FROM run ORDER BY id DESC LIMIT ?", limit)
                : Sql.list(
                        connection,
                        SqliteRuns::view,
                        "SELECT * FROM run WHERE route = ? ORDER BY id DESC LIMIT ?",
                        route,
                        limit));
    }

    @Override
    public void prune(Instant before) {
        database.write(connection -> {
            List<Long> runs = Sql.list(
                    connection, row -> row.getLong(1), "SELECT id FROM run WHERE finished < ?", before.toEpochMilli());
            for (long run : runs) {
                Sql.update(
                        connection,
                        "DELETE FROM plan_row WHERE plan_id IN (SELECT id FROM plan WHERE run_id = ?)",
                        run);
                Sql.update(connection, "DELETE FROM plan WHERE run_id = ?", run);
                Sql.update(connection, "DELETE FROM rejection WHERE run_id = ?", run);
                Sql.update(connection, "DELETE FROM run WHERE id = ?", run);
            }
            return null;
        });
    }

    private static RunView view(ResultSet row) throws SQLException {
        long finished = row.getLong("finished");
        boolean open = row.wasNull();
        return new RunView(
                row.getLong("id"),
                row.getString("route"),
                Trigger.valueOf(row.getString("trigger").toUpperCase(Locale.ROOT)),
                RunStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong("started")),
                open ? null : Instant.ofEpochMilli(finished),
                new Counts(
                        row.getLong("read"),
                        row.getLong("stored"),
                        row.getLong("unchanged"),
                        row.getLong("rejected"),
                        row.getLong("skipped"),
                        row.getLong("deleted"),
                        row.getLong("planned"),
                        row.getLong("sent"),
                        row.getLong("deferred"),
                        row.getLong("held")),
                row.getString("message"));
    }
}
