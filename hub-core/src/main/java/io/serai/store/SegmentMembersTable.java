package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Optional;

/** Who is in each segment, a bit for each member, beside the rows that say since when. */
final class SegmentMembersTable {

    private static final String NAMED = "segment_id = (SELECT id FROM segment WHERE name = ?)";

    private SegmentMembersTable() {}

    static Optional<BitSet> kept(Connection connection, String segment) throws SQLException {
        return Sql.first(
                connection,
                row -> BitColumn.read(row, 1),
                "SELECT members FROM segment_members WHERE " + NAMED,
                segment);
    }

    /** As the rows have them. */
    static BitSet listed(Connection connection, String segment) throws SQLException {
        BitSet members = new BitSet();
        Sql.each(
                connection,
                row -> members.set(row.getInt(1)),
                "SELECT profile_id FROM membership WHERE left IS NULL AND " + NAMED,
                segment);
        return members;
    }

    static void keep(Connection connection, long segment, BitSet members) throws SQLException {
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO segment_members (segment_id, members) VALUES (?, ?)",
                segment,
                BitColumn.bytes(members));
    }

    /** The membership of a segment is not as it was. */
    static void forget(Connection connection, long segment) throws SQLException {
        Sql.update(connection, "DELETE FROM segment_members WHERE segment_id = ?", segment);
    }

    /** No membership is as it was. */
    static void forget(Connection connection) throws SQLException {
        Sql.update(connection, "DELETE FROM segment_members");
    }
}
