package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Deletes for good what was kept of a person whose records are deleted already. */
final class Erasure {

    private final Connection connection;

    Erasure(Connection connection) {
        this.connection = connection;
    }

    void forget(long profile, List<Long> records) throws SQLException {
        String ids = Sql.json(records);
        for (String sql : List.of(
                "DELETE FROM rejection WHERE side = 'ingest' AND key IN"
                        + " (SELECT key FROM record WHERE id IN (SELECT value FROM json_each(?)))",
                "DELETE FROM identity_decision WHERE left_record IN (SELECT value FROM json_each(?1))"
                        + " OR right_record IN (SELECT value FROM json_each(?1))",
                "DELETE FROM order_line WHERE record_id IN (SELECT value FROM json_each(?))",
                "DELETE FROM timeline WHERE record_id IN (SELECT value FROM json_each(?))",
                "DELETE FROM record_state WHERE record_id IN (SELECT value FROM json_each(?))",
                "DELETE FROM record WHERE id IN (SELECT value FROM json_each(?))")) {
            Sql.update(connection, sql, ids);
        }
        for (String sql : List.of(
                "DELETE FROM signature_identifier WHERE signature_id IN"
                        + " (SELECT id FROM signature WHERE profile_id = ? AND records = 0)",
                "DELETE FROM signature WHERE profile_id = ? AND records = 0",
                "UPDATE identity_event SET why = '' WHERE ? IN (profile_id, other_id)",
                "DELETE FROM membership WHERE profile_id = ?",
                "DELETE FROM plan_row WHERE profile_id = ?",
                "DELETE FROM rejection WHERE profile_id = ?")) {
            Sql.update(connection, sql, profile);
        }
        SegmentMembersTable.forget(connection);
        RecentKeys.of(connection).bringOver();
    }
}
