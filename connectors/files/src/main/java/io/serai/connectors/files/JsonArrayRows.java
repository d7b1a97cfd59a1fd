package io.serai.connectors.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.serai.connectors.files.FileCursor.Reading;
import io.serai.spi.Change;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Elements of a JSON array. To go on inside, the array is opened anew in front of the element: the parser sees {@code [}
 * and then the file from there.
 */
final class JsonArrayRows implements RecordReader {

    private final OpenFile file;
    private final Layout layout;
    private final JsonParser parser;
    private final long shift;
    private long offset;
    private long element;
    private boolean over;

    private JsonArrayRows(OpenFile file, Layout layout, JsonParser parser, long shift, long offset, long element) {
        this.file = file;
        this.layout = layout;
        this.parser = parser;
        this.shift = shift;
        this.offset = offset;
        this.element = element;
    }

    static RecordReader open(OpenFile file, Layout layout, Encoding encoding, Reading from) throws IOException {
        if (encoding.width() != 1 || !encoding.charset().equals(StandardCharsets.UTF_8)) {
            return new UnreadableFile(file.name(), file.limit(), "is not UTF-8, as JSON must be");
        }
        boolean resumed = from != null && from.offset() > encoding.mark();
        long start = resumed ? afterComma(file, from.offset()) : encoding.mark();
        InputStream rest = new FileSlice(file.bytes(), start, file.limit());
        JsonParser parser = JsonRecords.FACTORY.createParser(
                resumed ? new SequenceInputStream(new ByteArrayInputStream(new byte[] {'['}), rest) : rest);
        JsonArrayRows rows =
                new JsonArrayRows(file, layout, parser, resumed ? start - 1 : start, start, resumed ? from.line() : 1);
        return rows.begin();
    }

    private RecordReader begin() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                over = true;
                offset = file.limit();
            } else if (first != JsonToken.START_ARRAY) {
                return new UnreadableFile(
                        file.name(),
                        file.limit(),
                        "is JSON but not an array of objects: use \"format: jsonl\" for lines");
            }
            return this;
        } catch (JsonProcessingException e) {
            return new UnreadableFile(file.name(), file.limit(), "is not a JSON array: " + JsonRecords.reason(e));
        }
    }

    private static long afterComma(OpenFile file, long from) throws IOException {
        FileSlice slice = new FileSlice(file.bytes(), from, file.limit());
        long position = from;
        for (int next = slice.read(); next == ',' || Character.isWhitespace(next); next = slice.read()) {
            position++;
            if (next == ',') {
                return position;
            }
        }
        return position;
    }

    @Override
    public Change next() throws IOException {
        if (over) {
            return null;
        }
        String place = RecordReader.place(file.name(), element);
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                return finish();
            }
            if (token == null) {
                return broken(place, "the array is not closed");
            }
            element++;
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                reached();
                return new Change.Unreadable(place, "the element is not a JSON object", "");
            }
            Map<String, Object> record = JsonRecords.object(parser);
            reached();
            return JsonRecords.change(layout, place, record, "");
        } catch (JsonProcessingException e) {
            return broken(place, JsonRecords.reason(e));
        }
    }

    private Change finish() throws IOException {
        over = true;
        offset = file.limit();
        return null;
    }

    private Change broken(String place, String reason) {
        over = true;
        offset = file.limit();
        return file.grown()
                ? null
                : new Change.Unreadable(place, reason + "; the rest of the file is not read until it changes", "");
    }

    private void reached() {
        offset = shift + parser.currentLocation().getByteOffset();
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long line() {
        return element;
    }

    @Override
    public String text() {
        return "";
    }

    /** The bytes of a file from one place to another. */
    private static final class FileSlice extends InputStream {
        private final FileChannel file;
        private final long limit;
        private long position;

        FileSlice(FileChannel file, long position, long limit) {
            this.file = file;
            this.position = position;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int wanted = (int) Math.min(length, limit - position);
            if (wanted <= 0) {
                return length == 0 ? 0 : -1;
            }
            int count = file.read(java.nio.ByteBuffer.wrap(target, from, wanted), position);
            position += Math.max(0, count);
            return count;
        }
    }
}
