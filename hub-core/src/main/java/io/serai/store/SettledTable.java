package io.serai.store;

import io.serai.sync.Ledger;
import io.serai.sync.Settled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Optional;

/** Who of each sync need not be read again. */
final class SettledTable {

    private SettledTable() {}

    static Optional<Settled> of(Connection connection, long sync) throws SQLException {
        return Sql.first(
                connection,
                row -> new Settled(
                        row.getLong(1), row.getLong(2), bits(row, 3), new Ledger.Contents(bits(row, 4), bits(row, 5))),
                "SELECT version, terms, people, listed, held FROM settled WHERE sync_id = ?",
                sync);
    }

    private static BitSet bits(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null
                ? new BitSet()
                : BitSet.valueOf(
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer());
    }

    static void save(Connection connection, long sync, Settled settled) throws SQLException {
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO settled (sync_id, version, terms, people, listed, held) VALUES (?, ?, ?, ?, ?, ?)",
                sync,
                settled.version(),
                settled.terms(),
                bytes(settled.people()),
                bytes(settled.contents().listed()),
                bytes(settled.contents().held()));
    }

    private static byte[] bytes(BitSet bits) {
        long[] words = bits.toLongArray();
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(words);
        return bytes.array();
    }

    /** The ledger is not as it was. */
    static void forget(Connection connection, long sync) throws SQLException {
        Sql.update(connection, "DELETE FROM settled WHERE sync_id = ?", sync);
    }
}
