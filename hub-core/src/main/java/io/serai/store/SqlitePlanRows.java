package io.serai.store;

import io.serai.sync.PlanRow;
import io.serai.sync.PlanTotals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rows of plans: asked for in the order of delivery, by what stands in their way, and moved on. */
final class SqlitePlanRows {

    private static final String IN = " IN (SELECT value FROM json_each(?))";
    private static final String NEXT = "SELECT " + PlanRowTable.COLUMNS + " FROM plan_row_now plan_row"
            + " WHERE plan_id = ? AND (phase, profile_id) > (?, ?) %s ORDER BY phase, profile_id LIMIT ?";
    private static final String CONTESTED = "AND state = 'due' AND (op = 'add' OR phase = 1) AND (EXISTS (SELECT 1"
            + " FROM plan_row rival INDEXED BY plan_row_match WHERE rival.plan_id = plan_row.plan_id"
            + " AND rival.match = plan_row.match AND rival.profile_id <> plan_row.profile_id)"
            + " OR EXISTS (SELECT 1 FROM plan JOIN ledger ON ledger.sync_id = plan.sync_id WHERE plan.id = plan_row.plan_id"
            + " AND ledger.match = plan_row.match AND ledger.profile_id <> plan_row.profile_id"
            + " AND ledger.fields IS NOT NULL))";
    /** Where {@code plan_row} is asked itself: what stands due there is due. */
    private static final String AHEAD =
            "(phase, profile_id) > (SELECT reached_phase, reached_profile FROM plan WHERE id = plan_id)";

    private final SqliteDatabase database;

    SqlitePlanRows(SqliteDatabase database) {
        this.database = database;
    }

    void replace(long plan, Collection<Long> profiles, List<PlanRow> rows) {
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

    void update(long plan, List<PlanRow> rows) {
        database.write(connection -> {
            PlanRowTable.update(connection, plan, rows);
            return null;
        });
    }

    void reached(long plan, PlanRow.State state, int phase, long profile) {
        database.write(connection -> Sql.update(
                connection,
                "UPDATE plan SET reached_state = ?, reached_phase = ?, reached_profile = ? WHERE id = ?",
                state.text(),
                phase,
                profile,
                plan));
    }

    void committed(long plan) {
        database.write(connection -> {
            Sql.update(connection, "UPDATE plan SET reached_state = 'sent' WHERE id = ?", plan);
            return Sql.update(
                    connection, "UPDATE plan_row SET state = 'sent' WHERE plan_id = ? AND state = 'taken'", plan);
        });
    }

    PlanTotals totals(long plan) {
        return database.read(connection -> Sql.list(
                        connection,
                        row -> new PlanTotals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                        "SELECT total(state = 'due' AND op = 'add'), total(state = 'due' AND op = 'change'),"
                                + " total(state = 'due' AND op IN ('remove', 'archive', 'untag')),"
                                + " total(state = 'held' AND op <> 'release') FROM plan_row WHERE plan_id = ?",
                        plan)
                .get(0));
    }

    long deferRest(long plan, String reason) {
        return database.write(connection -> {
            return (long) Sql.update(
                    connection,
                    "UPDATE plan_row SET state = 'deferred', reason = ?1 WHERE plan_id = ?2 AND op <> 'release'"
                            + " AND (state IN ('taken', 'refused') OR state = 'due' AND (" + AHEAD
                            + " OR (SELECT reached_state FROM plan WHERE id = plan_id) = 'taken'))",
                    reason,
                    plan);
        });
    }

    List<PlanRow> rows(long plan, int afterPhase, long afterProfile, int limit) {
        return next("", plan, afterPhase, afterProfile, limit);
    }

    List<PlanRow> rows(long plan, PlanRow.State state, int afterPhase, long afterProfile, int limit) {
        return next("AND state = '" + state.text() + "'", plan, afterPhase, afterProfile, limit);
    }

    List<PlanRow> held(long run, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                PlanRowTable::read,
                "SELECT " + PlanRowTable.COLUMNS + " FROM plan JOIN plan_row ON plan_row.plan_id = plan.id"
                        + " WHERE plan.run_id = ? AND state = 'held' AND op <> 'release'"
                        + " ORDER BY plan_id, phase, profile_id LIMIT ?",
                run,
                limit));
    }

    List<PlanRow> claims(long plan, int afterPhase, long afterProfile, int limit) {
        return next(CONTESTED, plan, afterPhase, afterProfile, limit);
    }

    List<PlanRow> touched(long plan, int afterPhase, long afterProfile, int limit) {
        return next(
                "AND state = 'due' AND EXISTS (SELECT 1 FROM profile JOIN plan ON plan.id = plan_row.plan_id"
                        + " WHERE profile.id = plan_row.profile_id AND profile.version > plan.version)",
                plan,
                afterPhase,
                afterProfile,
                limit);
    }

    List<PlanRow> overtaken(long plan, int afterPhase, long afterProfile, int limit) {
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

    List<PlanRow> wanting(long plan, Collection<String> matches) {
        return database.read(connection -> Sql.list(
                connection,
                PlanRowTable::read,
                "SELECT " + PlanRowTable.COLUMNS
                        + " FROM plan_row WHERE plan_id = ? AND op IN ('add', 'change') AND match" + IN
                        + " ORDER BY profile_id",
                plan,
                Sql.json(matches)));
    }

    List<PlanRow> of(long plan, Collection<Long> profiles) {
        return database.read(connection -> Sql.list(
                connection,
                PlanRowTable::read,
                "SELECT " + PlanRowTable.COLUMNS
                        + " FROM plan_row_now plan_row WHERE plan_id = ? AND phase IN (0, 1, 2) AND profile_id" + IN
                        + " ORDER BY phase, profile_id",
                plan,
                Sql.json(profiles)));
    }

    List<PlanRow> inTheWay(long plan, Collection<Long> profiles, Collection<String> matches) {
        String open = "SELECT " + PlanRowTable.COLUMNS + " FROM plan_row %s WHERE plan_id = ? AND phase = 0"
                + " AND op <> 'release' AND (state IN ('deferred', 'rejected', 'refused', 'held') OR state = 'due' AND "
                + AHEAD + ") AND ";
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
}
