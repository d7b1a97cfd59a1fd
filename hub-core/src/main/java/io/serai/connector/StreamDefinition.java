package io.serai.connector;

import io.serai.spi.Op;
import io.serai.spi.Stream;
import java.util.Map;
import java.util.Optional;

/**
 * One stream of a declarative connector.
 *
 * @param stream what the hub sees
 * @param read how it is read
 * @param writes how each operation is written, {@code UPSERT} left out when it is an insert, then an update of what exists
 * @param needs what it needs of its account
 * @param tag how a tag is put on an object that was just written, where that is a request of its own
 */
public record StreamDefinition(
        Stream stream,
        Optional<ReadDefinition> read,
        Map<Op, WriteDefinition> writes,
        Needs needs,
        Optional<WriteDefinition> tag) {

    public StreamDefinition {
        writes = Map.copyOf(writes);
    }
}
