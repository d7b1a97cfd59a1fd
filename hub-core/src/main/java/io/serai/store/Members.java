package io.serai.store;

import io.serai.profile.ProfileId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Who is in a profile: its signatures and their records. */
final class Members {

    private Members() {}

    /** The oldest that says who it is: an order with nothing but a shared phone may be anybody's. */
    static long speakingRecord(Connection connection, long profile) throws SQLException {
        return Sql.first(connection, row -> row.getLong(1), """
                SELECT rs.record_id FROM signature s JOIN record_state rs ON rs.signature_id = s.id
                WHERE s.profile_id = ? AND s.records > 0
                ORDER BY s.first_name IS NULL AND s.birth_date IS NULL, rs.record_id LIMIT 1""", profile)
                .orElseThrow(() -> new StoreException(ProfileId.text(profile) + " has no record any more."));
    }

    static long anyRecord(Connection connection, long signature) throws SQLException {
        return Sql.number(connection, "SELECT min(record_id) FROM record_state WHERE signature_id = ?", signature);
    }

    static long signature(Connection connection, long record) throws SQLException {
        return Sql.number(connection, "SELECT signature_id FROM record_state WHERE record_id = ?", record);
    }

    static long profileOfRecord(Connection connection, long record) throws SQLException {
        return Sql.number(
                connection,
                "SELECT s.profile_id FROM record_state rs JOIN signature s ON s.id = rs.signature_id WHERE rs.record_id = ?",
                record);
    }

    /** The live signatures of a profile; refused when there is none. */
    static List<Long> of(Connection connection, long profile) throws SQLException {
        List<Long> members = Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT id FROM signature WHERE profile_id = ? AND records > 0 ORDER BY id",
                profile);
        if (members.isEmpty()) {
            throw new StoreException(ProfileId.text(profile) + " has no record any more.");
        }
        return members;
    }
}
