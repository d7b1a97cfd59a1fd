package io.serai.sync;

import io.serai.record.StreamName;
import io.serai.spi.Cursor;
import java.time.Instant;

/** How far each route has read each stream. */
public interface Checkpoints {

    /** Where to go on; {@link Cursor#START} when there is no checkpoint. */
    Cursor load(String route, StreamName stream);

    void save(String route, StreamName stream, Cursor cursor, long run, Instant at);

    /** Forgets how far a route has come: the next run reads from the beginning. */
    void reset(String route, StreamName stream);
}
