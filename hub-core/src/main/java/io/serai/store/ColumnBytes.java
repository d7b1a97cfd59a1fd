package io.serai.store;

import io.serai.segment.Column;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A column as bytes: which rows have which values, and apart from it the values, unless they are short. Who only asks whether there
 * is a value reads no values.
 *
 * <p>The first bytes: the form, 2 today; how rows are written; the numbers of rows and of values. Rows are the place of their value,
 * 0 for none, in {@link BitSlices} or, of many values, two bytes; where most are different,
 * a bit each for whether there is one, and the values stand in the order of the rows.
 * A value is a number (0 and eight bytes) or a text (1, its length and UTF-8).
 */
final class ColumnBytes implements Column.Stored {

    private static final byte FORM = 2;
    private static final byte BITS = 0;
    private static final byte SLICES = 1;
    private static final byte TWO_BYTES = 2;
    private static final int FEW = 255;
    private static final byte NUMBER = 0;
    private static final byte TEXT = 1;
    private static final int START = 10;
    private static final int SHORT = 2048;

    /** Where the values are read when they do not stand with the rows. */
    @FunctionalInterface
    interface Values {
        byte[] read() throws SQLException;
    }

    /**
     * A column to be stored.
     *
     * @param rows to be given to {@link ColumnBytes#ColumnBytes} again
     * @param values null when they stand with the rows
     */
    record Written(byte[] rows, byte[] values) {}

    private final byte[] bytes;
    private final Values apart;
    private final byte kind;
    private final int size;
    private final int count;

    ColumnBytes(byte[] rows, Values apart) {
        ByteBuffer start = ByteBuffer.wrap(rows);
        start.get();
        kind = start.get();
        size = start.getInt();
        count = start.getInt();
        bytes = rows;
        this.apart = apart;
    }

    /** Whether bytes are of the form that is read here; older ones are not. */
    static boolean isKnown(byte[] rows) {
        return rows[0] == FORM;
    }

    static byte[] number(double value) {
        return ByteBuffer.allocate(9).put(NUMBER).putDouble(value).array();
    }

    /** A text out of UTF-8 from a place to another, exclusive. */
    static byte[] text(byte[] utf8, int from, int to) {
        return ByteBuffer.allocate(5 + to - from)
                .put(TEXT)
                .putInt(to - from)
                .put(utf8, from, to - from)
                .array();
    }

    static Written write(Column column) {
        List<byte[]> values = new ArrayList<>();
        for (Object value : column.values()) {
            byte[] utf8 = value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
            values.add(value instanceof Double number ? number(number) : text(utf8, 0, utf8.length));
        }
        return write(column.codes(), values);
    }

    /**
     * Writes a column.
     *
     * @param codes for each row which of the values it has, counted from 1; 0 for none
     * @param values as {@link #number} and {@link #text} make them
     */
    static Written write(int[] codes, List<byte[]> values) {
        int present = 0;
        for (int code : codes) {
            present += code > 0 ? 1 : 0;
        }
        boolean different = 2 * values.size() > present;
        List<byte[]> written = different ? inOrder(codes, values) : values;
        int length = written.stream().mapToInt(value -> value.length).sum();
        byte kind = different ? BITS : values.size() <= FEW ? SLICES : TWO_BYTES;
        int size = START + rowBytes(kind, codes.length, values.size());
        ByteBuffer rows = ByteBuffer.allocate(size + (length <= SHORT ? length : 0));
        rows.put(FORM).put(kind).putInt(codes.length).putInt(written.size());
        putRows(rows, kind, codes, written.size());
        rows.position(size);
        ByteBuffer apart = length <= SHORT ? rows : ByteBuffer.allocate(length);
        written.forEach(apart::put);
        return new Written(rows.array(), apart == rows ? null : apart.array());
    }

    private static List<byte[]> inOrder(int[] codes, List<byte[]> values) {
        List<byte[]> each = new ArrayList<>(values.size());
        for (int code : codes) {
            if (code > 0) {
                each.add(values.get(code - 1));
            }
        }
        return each;
    }

    private static int rowBytes(byte kind, int rows, int values) {
        return switch (kind) {
            case BITS -> BitSlices.bytes(rows, 1);
            case SLICES -> BitSlices.bytes(rows, values);
            default -> 2 * rows;
        };
    }

    private static void putRows(ByteBuffer rows, byte kind, int[] codes, int values) {
        if (kind == SLICES) {
            BitSlices.put(rows, codes, values);
        } else if (kind == BITS) {
            BitSlices.put(rows, Arrays.stream(codes).map(Integer::signum).toArray(), 1);
        } else {
            for (int code : codes) {
                rows.putShort((short) code);
            }
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public BitSet present() {
        byte[] any = new byte[count + 1];
        Arrays.fill(any, 1, count + 1, (byte) 1);
        return kind == BITS ? slices(1).where(new byte[] {0, 1}) : where(any);
    }

    private BitSlices slices(int values) {
        return new BitSlices(bytes, START, size, values);
    }

    @Override
    public BitSet where(byte[] wanted) {
        if (kind == SLICES) {
            return slices(count).where(wanted);
        }
        long[] words = new long[(size + 63) / 64];
        int[] codes = codes();
        for (int row = 0; row < size; row++) {
            words[row >> 6] |= (long) wanted[codes[row]] << row;
        }
        return BitSet.valueOf(words);
    }

    @Override
    public int[] codes() {
        if (kind == SLICES) {
            return slices(count).codes();
        }
        int[] codes = new int[size];
        if (kind == BITS) {
            int next = 0;
            for (int row = 0; row < size; row++) {
                codes[row] = (bytes[START + (row >> 3)] >> (row & 7) & 1) == 0 ? 0 : ++next;
            }
        } else {
            for (int row = 0; row < size; row++) {
                codes[row] = (bytes[START + 2 * row] & 0xff) << 8 | bytes[START + 2 * row + 1] & 0xff;
            }
        }
        return codes;
    }

    @Override
    public List<Object> values() {
        int start = START + rowBytes(kind, size, count);
        boolean together = count == 0 || start < bytes.length;
        ByteBuffer from = together ? ByteBuffer.wrap(bytes, start, bytes.length - start) : ByteBuffer.wrap(apart());
        List<Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (from.get() == NUMBER) {
                values.add(from.getDouble());
            } else {
                int length = from.getInt();
                values.add(new String(from.array(), from.position(), length, StandardCharsets.UTF_8));
                from.position(from.position() + length);
            }
        }
        return values;
    }

    private byte[] apart() {
        try {
            return apart.read();
        } catch (SQLException e) {
            throw StoreException.of("read the values of a column", e);
        }
    }
}
