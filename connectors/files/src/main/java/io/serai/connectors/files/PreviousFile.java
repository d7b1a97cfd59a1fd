package io.serai.connectors.files;

import io.serai.connectors.files.FileCursor.Reading;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The file as the destination has it now, with the place of every row. */
final class PreviousFile implements Closeable {

    /**
     * One row.
     *
     * @param key of the row
     * @param fields by column
     * @param text as it stands in the file
     */
    record Row(String key, Map<String, Object> fields, String text) {}

    /** Takes a row. */
    interface RowTaker {
        void take(Row row, long offset) throws IOException;
    }

    private final Folder folder;
    private final FoundFile found;
    private final OpenFile file;
    private final Layout layout;
    private final LongMap rows = new LongMap();
    private final List<String> columns;

    private PreviousFile(Folder folder, FoundFile found, OpenFile file, Layout layout) throws IOException {
        this.folder = folder;
        this.found = found;
        this.file = file;
        this.layout = layout;
        this.columns = file.reader(layout, null) instanceof CsvRows csv ? csv.header() : List.of();
        each((row, offset) -> {
            long key = Fingerprint.of(row.key());
            if (!rows.contains(key)) {
                rows.put(key, offset);
            }
        });
    }

    static PreviousFile open(Folder folder, FoundFile found, Layout layout) throws IOException {
        Path path = folder.content(found).orElse(null);
        if (path == null) {
            return null;
        }
        OpenFile file = OpenFile.of(found.name(), path, Long.MAX_VALUE);
        try {
            return new PreviousFile(folder, found, file, layout);
        } catch (RuntimeException | IOException e) {
            file.close();
            throw e;
        }
    }

    /** In the file's order; empty for JSON Lines. */
    List<String> columns() {
        return columns;
    }

    boolean contains(long key) {
        return rows.contains(key);
    }

    Row row(long key) throws IOException {
        long offset = rows.get(key);
        return row(file.reader(layout, offset == 0 ? null : new Reading("", 0, 0, offset, 1, 0, false)));
    }

    void each(RowTaker taker) throws IOException {
        RecordReader reader = file.reader(layout, null);
        long offset = reader.offset();
        for (Row row = row(reader); row != null; row = row(reader)) {
            taker.take(row, offset);
            offset = reader.offset();
        }
    }

    private Row row(RecordReader reader) throws IOException {
        Change change = reader.next();
        if (change == null) {
            return null;
        }
        if (change instanceof Change.Upsert row) {
            return new Row(row.key(), row.fields(), reader.text());
        }
        String reason = change instanceof Change.Unreadable unreadable ? unreadable.reason() : "it cannot be read";
        throw new ConnectorException(
                Kind.CONFIG,
                "the file \"" + file.name() + "\" in " + folder.name() + " cannot be changed, because of \""
                        + change.key() + "\": " + reason + ". Correct the file or move it away");
    }

    @Override
    public void close() throws IOException {
        file.close();
        folder.release(found);
    }
}
