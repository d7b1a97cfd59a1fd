package io.serai.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;

/** Bits as a table keeps them: words of eight bytes, the lowest first. */
final class BitColumn {

    private BitColumn() {}

    static BitSet read(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null
                ? new BitSet()
                : BitSet.valueOf(
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer());
    }

    static byte[] bytes(BitSet bits) {
        long[] words = bits.toLongArray();
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(words);
        return bytes.array();
    }
}
