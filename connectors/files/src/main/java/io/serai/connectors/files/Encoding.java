package io.serai.connectors.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of one file are text.
 *
 * @param charset without byte order mark
 * @param mark length of the byte order mark in bytes
 * @param width bytes of a code unit: 2 for UTF-16, else 1
 */
record Encoding(Charset charset, int mark, int width) {

    private static final char REPLACEMENT = '\uFFFD';

    /** A byte order mark decides; without one the stream's charset does. */
    static Encoding of(FileChannel file, Charset expected) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(3);
        file.read(head, 0);
        byte[] start = head.array();
        if (start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            return new Encoding(StandardCharsets.UTF_8, 3, 1);
        }
        if (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, 2);
        }
        if (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return new Encoding(StandardCharsets.UTF_16BE, 2, 2);
        }
        if (expected.equals(StandardCharsets.UTF_16)) {
            return new Encoding(StandardCharsets.UTF_16BE, 0, 2);
        }
        return new Encoding(expected, 0, expected.name().startsWith("UTF-16") ? 2 : 1);
    }

    boolean bigEndian() {
        return charset.equals(StandardCharsets.UTF_16BE);
    }

    /** The text, or null when the bytes are not text in this encoding. */
    String decode(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, length, charset);
        // What is no text becomes U+FFFD, which may also stand in a text.
        return text.indexOf(REPLACEMENT) < 0 ? text : strictly(bytes, from, length);
    }

    private String strictly(byte[] bytes, int from, int length) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The text with replacement characters, cut to what a rejection keeps. */
    String excerpt(byte[] bytes, int from, int length) {
        String text = new String(bytes, from, Math.min(length, 4 * Excerpt.LENGTH), charset);
        return Excerpt.of(text);
    }
}
