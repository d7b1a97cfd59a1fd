package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What people have decided about who is who, by record. */
final class DecisionTable {

    static final String JOIN = "JOIN";
    static final String SPLIT = "SPLIT";

    private record Joined(long leftRecord, long rightRecord, long left, long right) {}

    private final Connection connection;
    private final long now;

    DecisionTable(Connection connection, long now) {
        this.connection = connection;
        this.now = now;
    }

    void decide(String kind, long one, long other) throws SQLException {
        Sql.update(connection, """
                INSERT INTO identity_decision (kind, left_record, right_record, decided) VALUES (?, ?, ?, ?)
                ON CONFLICT (left_record, right_record) DO UPDATE SET kind = excluded.kind, decided = excluded.decided""", kind, Math.min(one, other), Math.max(one, other), now);
    }

    /** A later word about two people takes back the earlier one. */
    void takeBackSplits(long left, long right) throws SQLException {
        Sql.update(connection, """
                DELETE FROM identity_decision WHERE kind = 'SPLIT' AND EXISTS (
                  SELECT 1 FROM record_state l JOIN signature ls ON ls.id = l.signature_id,
                    record_state r JOIN signature rs ON rs.id = r.signature_id
                  WHERE l.record_id = left_record AND r.record_id = right_record
                    AND ((ls.profile_id = ?1 AND rs.profile_id = ?2) OR (ls.profile_id = ?2 AND rs.profile_id = ?1)))""", left, right);
    }

    /** Takes back what joined some signatures of a profile to the others. */
    void takeBackJoins(long profile, Set<Long> some) throws SQLException {
        List<Joined> between = new ArrayList<>(Sql.list(
                connection,
                row -> new Joined(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                """
                SELECT d.left_record, d.right_record, ls.id, rs.id FROM signature s
                JOIN record_state own ON own.signature_id = s.id
                JOIN identity_decision d ON d.left_record = own.record_id
                JOIN record_state l ON l.record_id = d.left_record JOIN signature ls ON ls.id = l.signature_id
                JOIN record_state r ON r.record_id = d.right_record JOIN signature rs ON rs.id = r.signature_id
                WHERE s.profile_id = ? AND d.kind = 'JOIN'""",
                profile));
        between.removeIf(joined -> some.contains(joined.left()) == some.contains(joined.right()));
        for (Joined joined : between) {
            Sql.update(
                    connection,
                    "DELETE FROM identity_decision WHERE left_record = ? AND right_record = ?",
                    joined.leftRecord(),
                    joined.rightRecord());
        }
    }
}
