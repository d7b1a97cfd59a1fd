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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plans in SQLite. */
public final class SqlitePlans implements PlanStore {

    private static final String IN = " IN (SELECT value FROM json_each(?))";
    private static final String NEXT = "SELECT " + PlanRowTable.COLUMNS + " FROM plan_row WHERE plan_id = ?"
            + " AND (phase, profile_id) > (?, ?) %s ORDER BY phase, profile_id LIMIT ?";
    private static final String CONTESTED = "AND state = 'due' AND (op = 'add' OR phase = 1) AND (EXISTS (SELECT 1"
            + " FROM plan_row rival INDEXED BY plan_row_match WHERE rival.plan_id = plan_row.plan_id"
            + " AND rival.match = plan_row.match AND rival.profile_id <> plan_row.profile_id)"
            + " OR EXISTS (SELECT 1 FROM plan JOIN ledger ON ledger.sync_id = plan.sync_id WHERE plan.id = plan_row.plan_id"
            + " AND ledger.match = plan_row.match AND ledger.profile_id <> plan_row.profile_id"
            + " AND ledger.fields IS NOT NULL))";
    private static final String VIEW =
            "SELECT plan.*, sync.route, sync.destination FROM plan JOIN sync ON sync.id = sync_id ";

    private final SqliteDatabase database;

    public SqlitePlans(SqliteDatabase database) {
        this.database = database;
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
    public void replace(long plan, Collection<Long> profiles, List<PlanRow> rows) {
        database.write(connection -> {
            if (!profiles.isEmpty()) {
                Sql.update(
                        connection,
                        "DELETE FROM plan_row WHERE plan_id = ? AND phase IN (0, 1, 2) AND profile_id" + IN,
                        plan,
                        Sql.json(profiles));
            }
            PlanRowTable.insert(connection, plan, rows);
            return null;
        });
    }

    @Override
    public void update(long plan, List<PlanRow> rows) {
        database.write(connection -> {
            PlanRowTable.update(connection, plan, rows);
            return null;
        });
    }

    @Override
    public void sent(long plan, int phase, long first, long last) {
        database.write(connection -> Sql.update(
                connection,
                "UPDATE plan_row SET state = 'sent', reason = NULL WHERE plan_id = ? AND phase = ?"
                        + " AND profile_id BETWEEN ? AND ? AND state = 'due'",
                plan,
                phase,
                first,
                last));
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
    public PlanTotals totals(long plan) {
        return database.read(connection -> Sql.list(
                        connection,
                        row -> new PlanTotals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        "SELECT total(state = 'due' AND op = 'add'), total(state = 'due' AND op = 'change'),"
                                + " total(state = 'due' AND op IN ('remove', 'archive', 'untag')),"
                                + " total(state = 'held' AND op <> 'release') FROM plan_row WHERE plan_id = ?",
                        plan)
                .get(0));
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
    public long deferRest(long plan, String reason) {
        return database.write(connection -> {
            return (long) Sql.update(
                    connection,
                    "UPDATE plan_row SET state = 'deferred', reason = ? WHERE plan_id = ?"
                            + " AND op <> 'release' AND state IN ('due', 'taken', 'refused')",
                    reason,
                    plan);
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
    public List<PlanRow> rows(long plan, int afterPhase, long afterProfile, int limit) {
        return next("", plan, afterPhase, afterProfile, limit);
    }

    @Override
    public List<PlanRow> rows(long plan, PlanRow.State state, int afterPhase, long afterProfile, int limit) {
        return next("AND state = '" + state.text() + "'", plan, afterPhase, afterProfile, limit);
    }

    @Override
    public List<PlanRow> held(long run, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                PlanRowTable::read,
                "SELECT " + PlanRowTable.COLUMNS + " FROM plan JOIN plan_row ON plan_row.plan_id = plan.id"
                        + " WHERE plan.run_id = ? AND state = 'held' AND op <> 'release'"
                        + " ORDER BY plan_id, phase, profile_id LIMIT ?",
                run,
                limit));
    }

    @Override
    public List<PlanRow> claims(long plan, int afterPhase, long afterProfile, int limit) {
        return next(CONTESTED, plan, afterPhase, afterProfile, limit);
    }

    @Override
    public List<PlanRow> touched(long plan, int afterPhase, long afterProfile, int limit) {
        return next(
                "AND state = 'due' AND EXISTS (SELECT 1 FROM profile JOIN plan ON plan.id = plan_row.plan_id"
                        + " WHERE profile.id = plan_row.profile_id AND profile.version > plan.version)",
                plan,
                afterPhase,
                afterProfile,
                limit);
    }

    @Override
    public List<PlanRow> overtaken(long plan, int afterPhase, long afterProfile, int limit) {
        return next(
                "AND state = 'due' AND base <> coalesce((SELECT at FROM ledger JOIN plan ON plan.id = plan_row.plan_id"
                        + " WHERE ledger.sync_id = plan.sync_id AND ledger.profile_id = plan_row.profile_id), 0)",
                plan,
                afterPhase,
                afterProfile,
                limit);
    }

    private List<PlanRow> next(String where, long plan, int afterPhase, long afterProfile, int limit) {
        return database.read(connection ->
                Sql.list(connection, PlanRowTable::read, NEXT.formatted(where), plan, afterPhase, afterProfile, limit));
    }

    @Override
    public List<PlanRow> wanting(long plan, Collection<String> matches) {
        return database.read(connection -> Sql.list(
                connection,
                PlanRowTable::read,
                "SELECT " + PlanRowTable.COLUMNS
                        + " FROM plan_row WHERE plan_id = ? AND op IN ('add', 'change') AND match" + IN
                        + " ORDER BY profile_id",
                plan,
                Sql.json(matches)));
    }

    @Override
    public List<PlanRow> of(long plan, Collection<Long> profiles) {
        return database.read(connection -> Sql.list(
                connection,
                PlanRowTable::read,
                "SELECT " + PlanRowTable.COLUMNS
                        + " FROM plan_row WHERE plan_id = ? AND phase IN (0, 1, 2) AND profile_id" + IN
                        + " ORDER BY phase, profile_id",
                plan,
                Sql.json(profiles)));
    }

    @Override
    public List<PlanRow> inTheWay(long plan, Collection<Long> profiles, Collection<String> matches) {
        String open = "SELECT " + PlanRowTable.COLUMNS + " FROM plan_row %s WHERE plan_id = ? AND phase = 0"
                + " AND op <> 'release' AND state IN ('due', 'deferred', 'rejected', 'refused', 'held') AND ";
        return database.read(connection -> {
            List<PlanRow> rows = new ArrayList<>();
            if (Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM plan_row WHERE plan_id = ? AND phase = 0)", plan)
                    == 0) {
                return rows;
            }
            rows.addAll(Sql.list(
                    connection, PlanRowTable::read, open.formatted("") + "profile_id" + IN, plan, Sql.json(profiles)));
            // Left to itself, SQLite would look through everybody who leaves.
            rows.addAll(Sql.list(
                    connection,
                    PlanRowTable::read,
                    open.formatted("INDEXED BY plan_row_match") + "match" + IN,
                    plan,
                    Sql.json(matches)));
            return rows;
        });
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
