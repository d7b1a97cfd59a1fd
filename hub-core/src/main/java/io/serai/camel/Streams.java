package io.serai.camel;

import io.serai.record.StreamName;
import io.serai.spi.Sink;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.util.List;

/** The streams of the open connections, by the names that routes use. For any thread. */
public interface Streams {

    /** @throws RuntimeException with a sentence when there is no such connection or stream */
    Stream stream(StreamName name);

    /** The fields that are the key of the stream's records; empty when it names none, and for a stream of no connection. */
    List<String> key(StreamName name);

    /** @throws RuntimeException with a sentence when the connection cannot be read */
    Source source(StreamName name);

    /** @throws RuntimeException with a sentence when the connection cannot be written */
    Sink sink(StreamName name);
}
