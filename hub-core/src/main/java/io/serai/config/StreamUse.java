package io.serai.config;

import io.serai.record.StreamName;
import java.util.Optional;

/**
 * A stream that a file reads or writes.
 *
 * @param stream which
 * @param position where its connection is named
 * @param place where the stream is named
 * @param writes whether it is a destination
 * @param match the field by which a mapping lets it find people
 */
record StreamUse(StreamName stream, Position position, Position place, boolean writes, Optional<YamlScalar> match) {

    /** By {@code hub:pull}. */
    static StreamUse read(StreamName stream, RouteEndpoint endpoint) {
        return new StreamUse(stream, endpoint.partAt(1), endpoint.partAt(2), false, Optional.empty());
    }

    /** By a mapping, whose key names it. */
    static StreamUse of(StreamName stream, Section mapping, String key, boolean writes, Optional<YamlScalar> match) {
        Position place = mapping.at(key, stream.connection().length() + 1);
        return new StreamUse(stream, mapping.at(key), place, writes, match);
    }

    /** By {@code hub:push}. */
    static StreamUse written(StreamName stream, RouteEndpoint endpoint) {
        return new StreamUse(stream, endpoint.partAt(1), endpoint.partAt(2), true, Optional.empty());
    }
}
