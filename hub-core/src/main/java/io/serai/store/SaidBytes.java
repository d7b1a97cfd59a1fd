package io.serai.store;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The UTF-8 bytes of what is said, as they are put together; null is written as the word. */
final class SaidBytes {

    private static final Hasher128 XXH3 = Hashing.xxh3_128();

    private byte[] bytes = new byte[256];
    private int length;

    SaidBytes add(char mark) {
        room(1);
        bytes[length++] = (byte) mark;
        return this;
    }

    @SuppressWarnings("deprecation") // the one way to copy ASCII without another array
    SaidBytes add(String value) {
        String text = value == null ? "null" : value;
        if (isAscii(text)) {
            room(text.length());
            text.getBytes(0, text.length(), bytes, length);
            length += text.length();
        } else {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            room(encoded.length);
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
        }
        return this;
    }

    HashValue128 hash() {
        return XXH3.hashBytesTo128Bits(bytes, 0, length);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private void room(int wanted) {
        if (length + wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + wanted));
        }
    }
}
