package io.serai.connectors.files;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mutations on disk until they are committed, found again by their place. Written many at once and read many at once; texts as they
 * are, other values as JSON.
 */
final class Spool implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int AT_ONCE = 1 << 14;
    private static final int NOTHING = 0;
    private static final int TEXT = 1;
    private static final int OTHER = 2;

    /** What becomes of a row. */
    enum Effect {
        /** The fields are laid over those of the row that is there, if any. */
        MERGE,
        /** The row has these fields and no others. */
        REPLACE,
        DELETE;

        private static final Effect[] ALL = values();
    }

    /**
     * One spooled mutation.
     *
     * @param id the mutation's
     * @param key the row's
     * @param effect what becomes of the row
     * @param fields by column
     */
    record Entry(String id, String key, Effect effect, Map<String, Object> fields) {}

    private final Path path;
    private final RandomAccessFile file;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private byte[] waiting = new byte[2 * AT_ONCE];
    private int size;
    private long written;
    private byte[] read = new byte[AT_ONCE];
    private long readFrom;
    private int readSize;
    private int at;

    Spool() throws IOException {
        path = Files.createTempFile("serai", ".spool");
        file = new RandomAccessFile(path.toFile(), "rw");
        forgetName();
    }

    /** Where the system allows it, the file loses its name while it is open: nothing is left behind when the hub is killed. */
    private void forgetName() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    /** Keeps an entry and returns its place. */
    long add(Entry entry) throws IOException {
        int start = size;
        put(0);
        put(entry.effect().ordinal());
        put(entry.id());
        put(entry.key());
        put(entry.fields().size());
        for (Map.Entry<String, Object> field : entry.fields().entrySet()) {
            put(number(field.getKey()));
            value(field.getValue());
        }
        int end = size;
        size = start;
        put(end - start);
        size = end;
        long place = written + start;
        if (size >= AT_ONCE) {
            flush();
        }
        return place;
    }

    private int number(String column) {
        Integer known = numbers.putIfAbsent(column, columns.size());
        if (known == null) {
            columns.add(column);
        }
        return known == null ? columns.size() - 1 : known;
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            put(NOTHING);
        } else if (value instanceof String text) {
            put(TEXT);
            put(text);
        } else {
            put(OTHER);
            put(JSON.writeValueAsBytes(value));
        }
    }

    private void put(int number) {
        if (size + Integer.BYTES > waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * waiting.length);
        }
        for (int shift = 24; shift >= 0; shift -= 8) {
            waiting[size++] = (byte) (number >>> shift);
        }
    }

    private void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(byte[] bytes) {
        put(bytes.length);
        if (size + bytes.length > waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(2 * waiting.length, size + bytes.length));
        }
        System.arraycopy(bytes, 0, waiting, size, bytes.length);
        size += bytes.length;
    }

    private void flush() throws IOException {
        file.seek(written);
        file.write(waiting, 0, size);
        written += size;
        size = 0;
    }

    /** The entry of a place, whose fields may be changed. */
    Entry at(long place) throws IOException {
        if (place >= written) {
            flush();
        }
        load(place, Integer.BYTES);
        load(place, number());
        number();
        Effect effect = Effect.ALL[number()];
        String id = text();
        String key = text();
        int count = number();
        Map<String, Object> fields = new LinkedHashMap<>(2 * count);
        for (int field = 0; field < count; field++) {
            fields.put(columns.get(number()), value());
        }
        return new Entry(id, key, effect, fields);
    }

    /** Has bytes from a place on in memory, to be read from there. */
    private void load(long place, int bytes) throws IOException {
        if (place < readFrom || place + bytes > readFrom + readSize) {
            if (bytes > read.length) {
                read = new byte[bytes];
            }
            readFrom = place;
            readSize = (int) Math.min(read.length, written - place);
            file.seek(place);
            file.readFully(read, 0, readSize);
        }
        at = (int) (place - readFrom);
    }

    private int number() {
        int number = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            number = number << 8 | read[at++] & 0xff;
        }
        return number;
    }

    private String text() {
        int length = number();
        at += length;
        return new String(read, at - length, length, StandardCharsets.UTF_8);
    }

    private Object value() throws IOException {
        int kind = number();
        if (kind == NOTHING) {
            return null;
        }
        if (kind == TEXT) {
            return text();
        }
        int length = number();
        at += length;
        return JSON.readValue(read, at - length, length, Object.class);
    }

    /** The place after the entry that {@link #at} read last. */
    long following() {
        return readFrom + at;
    }

    long end() {
        return written + size;
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
