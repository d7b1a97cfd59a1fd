package io.serai.cli;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Rows of a table as their bytes: a million of them take little more memory than their file. Each is made anew when it is
 * asked for.
 */
final class PackedRows extends AbstractList<String[]> implements RandomAccess {

    private static final int CHUNK_BITS = 22;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final int columns;
    private byte[][] chunks = new byte[16][];
    private long[] starts = new long[1024];
    private int size;
    private long end;

    PackedRows(int columns) {
        this.columns = columns;
    }

    /** Adds a row of so many values; none is null. */
    void append(List<String> values) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = end;
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            int length = bytes.length;
            while (length > 0x7f) {
                put((byte) (length | 0x80));
                length >>>= 7;
            }
            put((byte) length);
            put(bytes);
        }
    }

    private void put(byte one) {
        chunk(end)[(int) end & CHUNK - 1] = one;
        end++;
    }

    private void put(byte[] bytes) {
        int done = 0;
        while (done < bytes.length) {
            int at = (int) end & CHUNK - 1;
            int some = Math.min(bytes.length - done, CHUNK - at);
            System.arraycopy(bytes, done, chunk(end), at, some);
            done += some;
            end += some;
        }
    }

    private byte[] chunk(long at) {
        int number = (int) (at >>> CHUNK_BITS);
        if (number == chunks.length) {
            chunks = Arrays.copyOf(chunks, number * 2);
        }
        if (chunks[number] == null) {
            chunks[number] = new byte[CHUNK];
        }
        return chunks[number];
    }

    @Override
    public String[] get(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException(row);
        }
        String[] values = new String[columns];
        long at = starts[row];
        for (int i = 0; i < columns; i++) {
            int length = 0;
            int shift = 0;
            byte some;
            do {
                some = chunk(at)[(int) at & CHUNK - 1];
                length |= (some & 0x7f) << shift;
                shift += 7;
                at++;
            } while (some < 0);
            values[i] = text(at, length);
            at += length;
        }
        return values;
    }

    private String text(long at, int length) {
        if (length == 0) {
            return "";
        }
        int from = (int) at & CHUNK - 1;
        if (from + length <= CHUNK) {
            return new String(chunk(at), from, length, StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = chunk(at + i)[(int) (at + i) & CHUNK - 1];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public int size() {
        return size;
    }
}
