package io.serai.connectors.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Mutations on disk until they are committed, found again by their place. */
final class Spool implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What becomes of a row. */
    enum Effect {
        /** The fields are laid over those of the row that is there, if any. */
        MERGE,
        /** The row has these fields and no others. */
        REPLACE,
        DELETE
    }

    /**
     * One spooled mutation.
     *
     * @param id the mutation's
     * @param key the row's
     * @param effect what becomes of the row
     * @param fields by column
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Entry(String id, String key, Effect effect, Map<String, Object> fields) {}

    private final Path path;
    private final RandomAccessFile file;
    private long end;

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
        byte[] bytes = JSON.writeValueAsBytes(entry);
        long place = end;
        file.seek(place);
        file.write(ByteBuffer.allocate(bytes.length + Integer.BYTES)
                .putInt(bytes.length)
                .put(bytes)
                .array());
        end = file.getFilePointer();
        return place;
    }

    Entry at(long place) throws IOException {
        file.seek(place);
        byte[] bytes = new byte[file.readInt()];
        file.readFully(bytes);
        return JSON.readValue(bytes, Entry.class);
    }

    /** The place after the entry that {@link #at} read last. */
    long following() throws IOException {
        return file.getFilePointer();
    }

    long end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
