package io.serai.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;

/** Bits as a table keeps them: words of eight bytes, the lowest first. */
final class BitColumn {

    private BitColumn() {}

    static BitSet read(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new BitSet() : of(bytes, 0, bytes.length);
    }

    /**
     * Bits out of bytes that hold more.
     *
     * @param length how many of the bytes; those of a last word may be missing
     */
    static BitSet of(byte[] bytes, int from, int length) {
        int whole = (length + 7) / 8 * 8;
        return BitSet.valueOf(
                whole == length
                        ? words(bytes, from, length)
                        : words(Arrays.copyOfRange(bytes, from, from + whole), 0, whole));
    }

    /** Whole words, read in one go: a {@link BitSet} takes bytes one by one. */
    static long[] words(byte[] bytes, int from, int length) {
        long[] words = new long[length / Long.BYTES];
        ByteBuffer.wrap(bytes, from, length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(words);
        return words;
    }

    static byte[] bytes(BitSet bits) {
        long[] words = bits.toLongArray();
        ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(words);
        return bytes.array();
    }
}
