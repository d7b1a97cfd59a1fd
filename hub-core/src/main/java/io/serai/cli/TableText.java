package io.serai.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The text of a table in a file, gzipped or not, in one of the encodings of Unicode; refuses what is no table at all. */
final class TableText {

    private static final int LOOKED_AT = 8192;
    private static final int BUFFER = 1 << 16;

    private TableText() {}

    /**
     * The text, without the mark at its beginning.
     *
     * @throws Refusal for a file that is not there, and for one of which even the beginning is no text
     */
    static BufferedReader open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw Refusal.usage("There is no file " + file + ".");
        }
        if (Files.isDirectory(file)) {
            throw Refusal.usage(file + " is a folder, not a CSV file. Name a file in it.");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Refusal.usage(file + " cannot be read. Name a file that you may read.");
        }
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            InputStream plain = unpacked(raw, file);
            Reader reader = new InputStreamReader(plain, charset(plain, file).newDecoder());
            return new BufferedReader(reader, BUFFER);
        } catch (IOException | RuntimeException unreadable) {
            raw.close();
            throw unreadable;
        }
    }

    private static InputStream unpacked(InputStream raw, Path file) throws IOException {
        raw.mark(4);
        int first = raw.read();
        int second = raw.read();
        raw.reset();
        boolean packed = first == 0x1f && second == 0x8b;
        if (file.toString().endsWith(".gz") && !packed && first >= 0) {
            throw Refusal.usage(
                    file + " ends in .gz and is no gzip file. Name it .csv if it is a CSV, or pack it anew.");
        }
        return packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
    }

    private static Charset charset(InputStream in, Path file) throws IOException {
        in.mark(LOOKED_AT + 1);
        byte[] head = in.readNBytes(LOOKED_AT);
        in.reset();
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        refuseOther(head, file);
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        if (even + odd == 0) {
            return StandardCharsets.UTF_8;
        }
        if (Math.min(even, odd) == 0 && Math.max(even, odd) * 4 > head.length) {
            return even == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        throw Refusal.usage(file + " holds binary data, not a CSV. Save the table as CSV first.");
    }

    private static void refuseOther(byte[] head, Path file) {
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Refusal.usage(file + " is an archive or a spreadsheet, not a CSV. Save it as CSV first.");
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        String other = text.startsWith("{") || text.startsWith("[{")
                ? "JSON"
                : text.startsWith("<?xml") || text.startsWith("<!") || text.startsWith("<html")
                        ? "a page of markup"
                        : "";
        if (!other.isEmpty()) {
            throw Refusal.usage(file + " is " + other + ", not a CSV. Save the table as CSV first.");
        }
    }

    private static int zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean starts(byte[] head, int... bytes) {
        boolean same = head.length >= bytes.length;
        for (int i = 0; same && i < bytes.length; i++) {
            same = (head[i] & 0xFF) == bytes[i];
        }
        return same;
    }
}
