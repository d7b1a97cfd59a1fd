package io.serai.store;

import io.serai.record.StreamName;
import io.serai.sync.Mode;
import io.serai.sync.OnLeave;
import io.serai.sync.PlanRow;
import io.serai.sync.PlanStatus;
import io.serai.sync.PlanStore;
import io.serai.sync.PlanTerms;
import io.serai.sync.PlanTotals;
import io.serai.sync.PlanView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plans in SQLite. */
public final class SqlitePlans implements PlanStore {

    private static final String VIEW =
            "SELECT plan.*, sync.route, sync.destination FROM plan JOIN sync ON sync.id = sync_id ";

    private final SqliteDatabase database;
    private final SqlitePlanRows planRows;

    public SqlitePlans(SqliteDatabase database) {
        this.database = database;
        this.planRows = new SqlitePlanRows(database);
    }

    @Override
    public long draft(long run, long sync, PlanTerms terms, long version, Instant now) {
        return database.write(connection -> {
            Sql.update(
                    connection,
                    "DELETE FROM plan_row WHERE plan_id IN (SELECT id FROM plan WHERE sync_id = ? AND status = 'draft')",
                    sync);
            Sql.update(connection, "DELETE FROM plan WHERE sync_id = ? AND status = 'draft'", sync);
            Sql.update(connection, "UPDATE plan SET status = 'stopped' WHERE sync_id = ? AND status = 'sending'", sync);
            Sql.update(
                    connection,
                    "INSERT INTO plan (run_id, sync_id, status, mapping, mode, on_leave, consent, tag, min_certainty,"
                            + " created, version) VALUES (?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?)",
                    run,
                    sync,
                    terms.mapping(),
                    text(terms.mode()),
                    text(terms.onLeave()),
                    terms.consent(),
                    terms.tag(),
                    terms.minCertainty(),
                    now.toEpochMilli(),
                    version);
            return Sql.number(connection, "SELECT last_insert_rowid()");
        });
    }

    @Override
    public long version(long plan) {
        return database.read(connection -> Sql.number(connection, "SELECT version FROM plan WHERE id = ?", plan));
    }

    @Override
    public List<Long> sending(long sync) {
        return database.read(connection -> Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT id FROM plan WHERE sync_id = ? AND status = 'sending'",
                sync));
    }

    @Override
    public void decide(long plan, PlanStatus status, String reason, PlanTotals totals, long unchanged) {
        database.write(connection -> Sql.update(
                connection,
                "UPDATE plan SET status = ?, reason = ?, adds = ?, changes = ?, removals = ?, held = ?, unchanged = ?"
                        + " WHERE id = ?",
                status.text(),
                reason,
                totals.adds(),
                totals.changes(),
                totals.removals(),
                totals.held(),
                unchanged,
                plan));
    }

    @Override
    public void move(long plan, PlanStatus status, String reason) {
        database.write(connection -> Sql.update(
                connection, "UPDATE plan SET status = ?, reason = ? WHERE id = ?", status.text(), reason, plan));
    }

    @Override
    public void supersede(long sync, long plan) {
        database.write(connection -> Sql.update(
                connection,
                "UPDATE plan SET status = 'superseded', reason = 'it is older than plan ' || ?2"
                        + " WHERE sync_id = ?1 AND id < ?2 AND status IN ('planned', 'held')",
                sync,
                plan));
    }

    @Override
    public void discard(long plan) {
        database.write(connection -> {
            Sql.update(connection, "DELETE FROM plan_row WHERE plan_id = ?", plan);
            return Sql.update(connection, "DELETE FROM plan WHERE id = ?", plan);
        });
    }

    @Override
    public Optional<PlanView> get(long plan) {
        return database
                .read(connection -> Sql.list(connection, SqlitePlans::view, VIEW + "WHERE plan.id = ?", plan))
                .stream()
                .findFirst();
    }

    @Override
    public List<PlanView> list(int limit) {
        return database.read(
                connection -> Sql.list(connection, SqlitePlans::view, VIEW + "ORDER BY plan.id DESC LIMIT ?", limit));
    }

    @Override
    public Agreement agreement(long plan) {
        return database.read(connection -> Sql.list(
                        connection,
                        row -> new Agreement(
                                row.getLong("sync_id"),
                                new PlanTerms(
                                        row.getString("mapping"),
                                        Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                                        OnLeave.valueOf(
                                                row.getString("on_leave").toUpperCase(Locale.ROOT)),
                                        row.getString("consent"),
                                        row.getString("tag"),
                                        row.getDouble("min_certainty"))),
                        "SELECT * FROM plan WHERE id = ?",
                        plan)
                .get(0));
    }

    @Override
    public void replace(long plan, Collection<Long> profiles, List<PlanRow> rows) {
        planRows.replace(plan, profiles, rows);
    }

    @Override
    public void update(long plan, List<PlanRow> rows) {
        planRows.update(plan, rows);
    }

    @Override
    public void reached(long plan, PlanRow.State state, int phase, long profile) {
        planRows.reached(plan, state, phase, profile);
    }

    @Override
    public void committed(long plan) {
        planRows.committed(plan);
    }

    @Override
    public PlanTotals totals(long plan) {
        return planRows.totals(plan);
    }

    @Override
    public long deferRest(long plan, String reason) {
        return planRows.deferRest(plan, reason);
    }

    @Override
    public List<PlanRow> rows(long plan, int afterPhase, long afterProfile, int limit) {
        return planRows.rows(plan, afterPhase, afterProfile, limit);
    }

    @Override
    public List<PlanRow> rows(long plan, PlanRow.State state, int afterPhase, long afterProfile, int limit) {
        return planRows.rows(plan, state, afterPhase, afterProfile, limit);
    }

    @Override
    public List<PlanRow> held(long run, int limit) {
        return planRows.held(run, limit);
    }

    @Override
    public List<PlanRow> claims(long plan, int afterPhase, long afterProfile, int limit) {
        return planRows.claims(plan, afterPhase, afterProfile, limit);
    }

    @Override
    public List<PlanRow> touched(long plan, int afterPhase, long afterProfile, int limit) {
        return planRows.touched(plan, afterPhase, afterProfile, limit);
    }

    @Override
    public List<PlanRow> overtaken(long plan, int afterPhase, long afterProfile, int limit) {
        return planRows.overtaken(plan, afterPhase, afterProfile, limit);
    }

    @Override
    public List<PlanRow> wanting(long plan, Collection<String> matches) {
        return planRows.wanting(plan, matches);
    }

    @Override
    public List<PlanRow> of(long plan, Collection<Long> profiles) {
        return planRows.of(plan, profiles);
    }

    @Override
    public List<PlanRow> inTheWay(long plan, Collection<Long> profiles, Collection<String> matches) {
        return planRows.inTheWay(plan, profiles, matches);
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static PlanView view(ResultSet row) throws SQLException {
        return new PlanView(
                row.getLong("id"),
                row.getLong("run_id"),
                row.getString("route"),
                StreamName.parse(row.getString("destination")),
                row.getString("mapping"),
                PlanStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("created")),
                row.getLong("adds"),
                row.getLong("changes"),
                row.getLong("removals"),
                row.getLong("held"),
                row.getLong("unchanged"));
    }
}
