package io.serai.store;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Which of a few values each row has, as bits: the first slice holds the lowest bit of every row's code, the next the one above it.
 * Who has one of some values is a combination of whole slices, 64 rows at a time (O'Neil and Quass, 1997).
 *
 * <p>A code is the place of a value, counted from 1; 0 for none.
 */
final class BitSlices {

    private final byte[] bytes;
    private final int start;
    private final int rows;
    private final int values;

    /**
     * Slices as {@link #put} wrote them.
     *
     * @param start where they begin
     * @param rows the number of rows
     * @param values the number of values
     */
    BitSlices(byte[] bytes, int start, int rows, int values) {
        this.bytes = bytes;
        this.start = start;
        this.rows = rows;
        this.values = values;
    }

    /** How many bytes so many rows take. */
    static int bytes(int rows, int values) {
        return count(values) * bytes(rows);
    }

    private static int bytes(int rows) {
        return (rows + 63) / 64 * Long.BYTES;
    }

    private static int count(int values) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(values);
    }

    /** Writes the code of each row. */
    static void put(ByteBuffer target, int[] codes, int values) {
        for (int slice = 0; slice < count(values); slice++) {
            BitSet bits = new BitSet(codes.length);
            for (int row = 0; row < codes.length; row++) {
                bits.set(row, (codes[row] >> slice & 1) == 1);
            }
            int next = target.position() + bytes(codes.length);
            target.put(BitColumn.bytes(bits)).position(next);
        }
    }

    /** The code of each row. */
    int[] codes() {
        int[] codes = new int[rows];
        for (int slice = 0; slice < count(values); slice++) {
            BitSet bits = slice(slice);
            for (int row = bits.nextSetBit(0); row >= 0; row = bits.nextSetBit(row + 1)) {
                codes[row] |= 1 << slice;
            }
        }
        return codes;
    }

    private BitSet slice(int slice) {
        return BitColumn.of(bytes, start + slice * bytes(rows), bytes(rows));
    }

    /** The rows whose code is a wanted one: 1 at its place. */
    BitSet where(byte[] wanted) {
        int size = 0;
        for (byte one : wanted) {
            size += one;
        }
        // Of most codes, who has one of the others is quicker to find.
        byte looked = (byte) (2 * size > wanted.length ? 0 : 1);
        int[] codes = new int[looked == 1 ? size : wanted.length - size];
        for (int code = 0, next = 0; code < wanted.length; code++) {
            if (wanted[code] == looked) {
                codes[next++] = code;
            }
        }
        long[] slices = BitColumn.words(bytes, start, bytes(rows, values));
        long[] found = new long[bytes(rows) / Long.BYTES];
        for (int word = 0; word < found.length; word++) {
            found[word] = any(slices, word, found.length, codes) ^ looked - 1;
        }
        BitSet bits = BitSet.valueOf(found);
        bits.clear(rows, Long.SIZE * found.length);
        return bits;
    }

    /** Who of 64 rows has one of these codes; small and called often, so that it is compiled before long. */
    private static long any(long[] slices, int word, int words, int[] codes) {
        long any = 0;
        for (int code : codes) {
            long all = -1;
            int left = code;
            for (int slice = word; slice < slices.length; slice += words) {
                all &= slices[slice] ^ (left & 1) - 1;
                left >>= 1;
            }
            any |= all;
        }
        return any;
    }
}
