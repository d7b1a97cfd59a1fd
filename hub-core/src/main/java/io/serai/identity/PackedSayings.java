package io.serai.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What very many say, as bytes: a fifth of what texts take. Sayings are numbered from 0. Filled by one thread, then read by many. */
final class PackedSayings {

    private static final int PART = 1024;

    /** Instead of a length: it follows in four bytes. */
    private static final int LONG = 255;

    private final List<Part> parts = new ArrayList<>();
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int[] ends = new int[PART];
    private int waiting;
    private long packed;

    /**
     * Some sayings one after the other.
     *
     * @param ends by saying, where it ends
     */
    private record Part(byte[] bytes, int[] ends) {

        List<String> get(int saying) {
            List<String> said = new ArrayList<>(10);
            int at = saying == 0 ? 0 : ends[saying - 1];
            while (at < ends[saying]) {
                int size = Byte.toUnsignedInt(bytes[at++]);
                if (size == LONG) {
                    size = number(at);
                    at += Integer.BYTES;
                }
                // one more than the length, so that 0 is nothing
                said.add(size == 0 ? null : new String(bytes, at, size - 1, StandardCharsets.UTF_8));
                at += Math.max(0, size - 1);
            }
            return said;
        }

        private int number(int at) {
            int number = 0;
            for (int i = 0; i < Integer.BYTES; i++) {
                number = number << Byte.SIZE | Byte.toUnsignedInt(bytes[at + i]);
            }
            return number;
        }
    }

    /** Adds a saying, which gets the next number. */
    void add(List<String> said) {
        for (String text : said) {
            if (text == null) {
                room(1);
                bytes[length++] = 0;
            } else {
                add(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        ends[waiting++] = length;
        if (waiting == PART) {
            complete();
        }
    }

    private void add(byte[] text) {
        room(1 + Integer.BYTES + text.length);
        int size = text.length + 1;
        if (size < LONG) {
            bytes[length++] = (byte) size;
        } else {
            bytes[length++] = (byte) LONG;
            for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                bytes[length++] = (byte) (size >>> shift);
            }
        }
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    private void room(int wanted) {
        if (length + wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + wanted));
        }
    }

    /** To be called before the first is read; none may be added after that. */
    void complete() {
        parts.add(new Part(Arrays.copyOf(bytes, length), Arrays.copyOf(ends, waiting)));
        packed += length + (long) Integer.BYTES * waiting;
        length = 0;
        waiting = 0;
    }

    int size() {
        return parts.size() * PART + waiting;
    }

    /** How many bytes they take, about. */
    long bytes() {
        return packed + length;
    }

    /** What one says. */
    List<String> get(int saying) {
        return parts.get(saying / PART).get(saying % PART);
    }
}
