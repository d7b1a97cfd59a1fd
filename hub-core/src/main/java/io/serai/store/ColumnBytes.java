package io.serai.store;

import io.serai.segment.Column;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A column as bytes: the different values, each a number (0 and eight bytes) or a text (1, its length and UTF-8), then for each row
 * the place of its value in one or two bytes, 0 for none.
 */
final class ColumnBytes {

    private static final byte NUMBER = 0;
    private static final byte TEXT = 1;
    private static final int ONE_BYTE = 255;

    private ColumnBytes() {}

    static byte[] write(Column column) {
        List<byte[]> texts = column.values().stream()
                .map(value -> value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[4])
                .toList();
        int width = column.values().size() > ONE_BYTE ? 2 : 1;
        int size = texts.stream().mapToInt(text -> text.length + 5).sum();
        ByteBuffer bytes = ByteBuffer.allocate(8 + size + column.size() * width);
        bytes.putInt(texts.size()).putInt(column.size());
        for (int i = 0; i < texts.size(); i++) {
            if (column.values().get(i) instanceof Double number) {
                bytes.put(NUMBER).putDouble(number);
            } else {
                bytes.put(TEXT).putInt(texts.get(i).length).put(texts.get(i));
            }
        }
        for (int code : column.codes()) {
            if (width == 1) {
                bytes.put((byte) code);
            } else {
                bytes.putShort((short) code);
            }
        }
        return bytes.array();
    }

    static Column read(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        int count = bytes.getInt();
        int[] codes = new int[bytes.getInt()];
        List<Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (bytes.get() == NUMBER) {
                values.add(bytes.getDouble());
            } else {
                int length = bytes.getInt();
                values.add(new String(written, bytes.position(), length, StandardCharsets.UTF_8));
                bytes.position(bytes.position() + length);
            }
        }
        boolean wide = count > ONE_BYTE;
        int at = bytes.position();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = wide
                    ? (written[at + 2 * row] & 0xff) << 8 | written[at + 2 * row + 1] & 0xff
                    : written[at + row] & 0xff;
        }
        return new Column(values, codes);
    }
}
