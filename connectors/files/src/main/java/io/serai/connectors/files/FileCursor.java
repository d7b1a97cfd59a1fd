package io.serai.connectors.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;

/**
 * How far the reading of a folder has come.
 *
 * @param seen states of files that are read and need not be read again
 * @param fresh states of files read in this pass that might still change without a trace in size or time; they are read
 *     once more in the next pass
 * @param until newest modification time that belongs to this pass; null between passes
 * @param reading the file in progress; null when none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileCursor(String seen, String fresh, Long until, Reading reading) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final FileCursor BEGINNING = new FileCursor("", "", null, null);

    /**
     * A place inside a file.
     *
     * @param name the file
     * @param size when its reading began
     * @param modified when its reading began
     * @param offset bytes before the next record
     * @param line number of the line, or of the array element, at the offset; from 1
     * @param before fingerprint of the bytes just before the offset: tells an appended file from a rewritten one
     * @param fresh whether the file was so young that it is read again in the next pass
     */
    record Reading(String name, long size, long modified, long offset, long line, long before, boolean fresh) {

        FoundFile file() {
            return new FoundFile(name, size, modified);
        }
    }

    static FileCursor of(Cursor cursor) {
        if (cursor.isStart()) {
            return BEGINNING;
        }
        try {
            FileCursor parsed = JSON.readValue(cursor.value(), FileCursor.class);
            if (parsed.seen == null || parsed.fresh == null) {
                throw new IllegalArgumentException("incomplete");
            }
            SeenFiles.decode(parsed.seen);
            SeenFiles.decode(parsed.fresh);
            return parsed;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ConnectorException(Kind.CURSOR_LOST, "the checkpoint of this stream was not written by files", e);
        }
    }

    Cursor cursor() {
        try {
            return new Cursor(JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cursor is plain JSON", e);
        }
    }
}
