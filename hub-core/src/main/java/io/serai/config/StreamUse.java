package io.serai.config;

import io.serai.record.StreamName;
import java.util.Optional;

/**
 * A stream that a file reads or writes.
 *
 * @param stream which
 * @param position where it is named
 * @param writes whether it is a destination
 * @param match the field by which a mapping lets it find people
 */
record StreamUse(StreamName stream, Position position, boolean writes, Optional<YamlScalar> match) {

    static StreamUse read(StreamName stream, Position position) {
        return new StreamUse(stream, position, false, Optional.empty());
    }

    static StreamUse written(StreamName stream, Position position) {
        return new StreamUse(stream, position, true, Optional.empty());
    }
}
