package io.serai.connectors.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import java.time.Duration;
import java.util.List;

/**
 * How far the reading of a table has come.
 *
 * @param phase what is being read
 * @param after the last row that was read in this phase: cursor column, if any, then key; null at its beginning
 * @param from the pass reads rows changed at this value or later; null for all
 * @param reached the highest change seen; the next pass begins there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TableCursor(Phase phase, List<Position> after, Position from, Position reached) {

    /** In this order. */
    enum Phase {
        /** Rows without a key, to report them. */
        KEYLESS,
        /** Rows that have never changed, as some systems say with an empty cursor column: each pass compares them. */
        UNCHANGED,
        CHANGED
    }

    static TableCursor of(Cursor cursor) {
        if (cursor.isStart()) {
            return begin(null, null);
        }
        try {
            TableCursor parsed = Values.JSON.readValue(cursor.value(), TableCursor.class);
            if (parsed.phase == null) {
                throw new IllegalArgumentException("incomplete");
            }
            return parsed;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ConnectorException(Kind.CURSOR_LOST, "the checkpoint of this stream was not written by jdbc", e);
        }
    }

    private static TableCursor begin(Position from, Position reached) {
        return new TableCursor(Phase.KEYLESS, null, from, reached);
    }

    /** The beginning of the next pass. */
    TableCursor following(Duration overlap) {
        return begin(reached == null ? null : reached.minus(overlap), reached);
    }

    TableCursor enter(Phase next) {
        return new TableCursor(next, null, from, reached);
    }

    Cursor cursor() {
        try {
            return new Cursor(Values.JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cursor is plain JSON", e);
        }
    }
}
