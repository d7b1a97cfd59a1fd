package io.serai.store;

import io.serai.record.Payload;
import io.serai.sync.PlanOp;
import io.serai.sync.PlanRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Rows of plans as the table {@code plan_row} has them. */
final class PlanRowTable {

    private PlanRowTable() {}

    static void insert(Connection connection, long plan, List<PlanRow> rows) throws SQLException {
        String sql = "INSERT OR REPLACE INTO plan_row (plan_id, phase, profile_id, op, match, remote_id, hash, base,"
                + " fields, previous, state, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (PlanRow row : rows) {
                Sql.bind(
                        statement,
                        plan,
                        row.phase(),
                        row.profile(),
                        row.op().text(),
                        row.match(),
                        row.remoteId(),
                        row.hash(),
                        row.base(),
                        Payload.text(row.fields()),
                        Payload.text(row.previous()),
                        row.state().text(),
                        row.reason());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void update(Connection connection, long plan, List<PlanRow> rows) throws SQLException {
        String sql = "UPDATE plan_row SET state = ?, reason = ?, remote_id = ?"
                + " WHERE plan_id = ? AND phase = ? AND profile_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (PlanRow row : rows) {
                Sql.bind(statement, row.state().text(), row.reason(), row.remoteId(), plan, row.phase(), row.profile());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static PlanRow read(ResultSet row) throws SQLException {
        return new PlanRow(
                row.getInt("phase"),
                row.getLong("profile_id"),
                PlanOp.valueOf(row.getString("op").toUpperCase(Locale.ROOT)),
                row.getString("match"),
                row.getString("remote_id"),
                row.getLong("hash"),
                row.getLong("base"),
                Payload.fields(row.getString("fields")),
                Payload.fields(row.getString("previous")),
                PlanRow.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"));
    }
}
