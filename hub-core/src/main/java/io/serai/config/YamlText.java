package io.serai.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes of a file to text: UTF-8, with or without a byte order mark, and nothing else. */
final class YamlText {

    static final int MOST_BYTES = 4 << 20;

    private YamlText() {}

    static Optional<String> decode(String file, byte[] bytes, Problems problems) {
        Position start = new Position(file, 1, 1);
        if (bytes.length > MOST_BYTES) {
            problems.error(
                    start, "The file has " + (bytes.length >> 20) + " MB.", "A file of a home has at most 4 MB.");
            return Optional.empty();
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            problems.error(start, "The file is saved as UTF-16.", "Save it as UTF-8.");
            return Optional.empty();
        }
        int skip = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip), text, true);
        String read = text.flip().toString();
        int zero = read.indexOf('\0');
        if (zero >= 0) {
            problems.error(at(file, read, zero), "The file is not text: it contains a zero byte.");
            return Optional.empty();
        }
        if (result.isError()) {
            problems.error(
                    at(file, read, read.length()), "The character here is not UTF-8.", "Save the file as UTF-8.");
            return Optional.empty();
        }
        return Optional.of(read);
    }

    static Position at(String file, String text, int index) {
        int lineStart = text.lastIndexOf('\n', index - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Position(file, line, 1 + text.codePointCount(lineStart, index));
    }

    private static boolean startsWith(byte[] bytes, int... marks) {
        if (bytes.length < marks.length) {
            return false;
        }
        for (int i = 0; i < marks.length; i++) {
            if ((bytes[i] & 0xFF) != marks[i]) {
                return false;
            }
        }
        return true;
    }
}
