package io.serai.spi;

import java.util.Set;

/**
 * What a home does with a stream.
 *
 * @param stream one of the connector's
 * @param read whether it is pulled
 * @param written whether it is pushed to
 * @param fields what pushes fill, by the destination's own names, the match field among them; empty when nothing is pushed
 * @since 1.0
 */
public record Use(Stream stream, boolean read, boolean written, Set<String> fields) {

    public Use {
        fields = Set.copyOf(fields);
    }
}
