package io.serai.store;

import io.serai.record.Payload;
import io.serai.sync.PlanOp;
import io.serai.sync.PlanRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rows of plans as the table {@code plan_row} has them. */
final class PlanRowTable {

    private static final String NOTHING = "{}";

    private static final String INSERT =
            "INSERT OR REPLACE INTO plan_row (plan_id, phase, profile_id, op, match, remote_id,"
                    + " hash, base, fields, previous, state, reason) VALUES ";
    private static final String ANY = INSERT + "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FRESH = "(?, 2, ?, 'add', ?, NULL, ?, 0, ?, '{}', 'due', NULL)";

    private PlanRowTable() {}

    /** What {@link #read} takes, in its order. */
    static final String COLUMNS =
            "plan_row.phase, plan_row.profile_id, plan_row.op, plan_row.match, plan_row.remote_id,"
                    + " plan_row.hash, plan_row.base, plan_row.fields, plan_row.previous, plan_row.state, plan_row.reason";

    static void insert(Connection connection, long plan, List<PlanRow> rows) throws SQLException {
        ManyRows fresh = new ManyRows(connection, INSERT, FRESH, 5);
        try (Batch other = new Batch(connection, ANY)) {
            for (PlanRow row : rows) {
                if (isFresh(row)) {
                    fresh.add(plan, row.profile(), row.match(), row.hash(), Payload.text(row.fields()));
                } else {
                    other.add(
                            plan,
                            row.phase(),
                            row.profile(),
                            row.op().text(),
                            row.match(),
                            row.remoteId(),
                            row.hash(),
                            row.base(),
                            Payload.text(row.fields()),
                            row.previous().isEmpty() ? NOTHING : Payload.text(row.previous()),
                            row.state().text(),
                            row.reason());
                }
            }
            fresh.flush();
            other.flush();
        }
    }

    /** What a first push is made of. */
    private static boolean isFresh(PlanRow row) {
        return row.op() == PlanOp.ADD
                && row.state() == PlanRow.State.DUE
                && row.phase() == 2
                && row.base() == 0
                && row.remoteId() == null
                && row.reason() == null
                && row.previous().isEmpty();
    }

    static void update(Connection connection, long plan, List<PlanRow> rows) throws SQLException {
        String sql = "UPDATE plan_row SET state = ?, reason = ?, remote_id = ?"
                + " WHERE plan_id = ? AND phase = ? AND profile_id = ?";
        try (Batch update = new Batch(connection, sql)) {
            for (PlanRow row : rows) {
                update.add(row.state().text(), row.reason(), row.remoteId(), plan, row.phase(), row.profile());
            }
            update.flush();
        }
    }

    /** @param row of {@link #COLUMNS} */
    static PlanRow read(ResultSet row) throws SQLException {
        return new PlanRow(
                row.getInt(1),
                row.getLong(2),
                PlanOp.of(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                fields(row.getString(8)),
                fields(row.getString(9)),
                PlanRow.State.of(row.getString(10)),
                row.getString(11));
    }

    private static Map<String, Object> fields(String text) {
        return text.equals(NOTHING) ? Map.of() : Payload.unread(text);
    }
}
