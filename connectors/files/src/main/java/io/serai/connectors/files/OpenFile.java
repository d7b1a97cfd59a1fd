package io.serai.connectors.files;

import io.serai.connectors.files.FileCursor.Reading;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A file that is being read, up to the size that it had when it was listed.
 *
 * @param name as the stream knows it
 * @param bytes its content, on this machine
 * @param limit where reading ends
 * @param grown whether it has become longer since: then its last row may be half written and is left for the next pass
 */
record OpenFile(String name, FileChannel bytes, long limit, boolean grown) implements Closeable {

    private static final int WINDOW = 1024;

    static OpenFile of(String name, Path path, long size) throws IOException {
        FileChannel bytes = FileChannel.open(path);
        long actual = bytes.size();
        return new OpenFile(name, bytes, Math.min(size, actual), actual > size);
    }

    RecordReader reader(Layout layout, Reading from) throws IOException {
        Encoding encoding = Encoding.of(bytes, layout.charset());
        Format format = layout.formatOf(name);
        String wrong = limit == 0 ? null : Html.reason(bytes, encoding);
        if (wrong != null) {
            return new UnreadableFile(name, limit, wrong);
        }
        return switch (format) {
            case CSV -> CsvRows.open(this, layout, encoding, from);
            case JSONL -> new JsonLineRows(this, layout, encoding, from);
            case JSON -> JsonArrayRows.open(this, layout, encoding, from);
        };
    }

    /** Whether the place is still inside the file, behind the same bytes as before. */
    boolean continues(Reading reading) throws IOException {
        return reading.offset() <= limit && before(reading.offset()) == reading.before();
    }

    /** Fingerprint of the bytes just before an offset. */
    long before(long offset) throws IOException {
        int length = (int) Math.min(WINDOW, offset);
        ByteBuffer window = ByteBuffer.allocate(length);
        while (window.hasRemaining() && bytes.read(window, offset - length + window.position()) >= 0) {
            // positional reads may be short
        }
        CRC32C sum = new CRC32C();
        sum.update(Arrays.copyOf(window.array(), window.position()));
        return sum.getValue();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
