package io.serai.spi;

import java.util.List;

/**
 * A connector that can be written.
 *
 * @since 1.0
 */
public interface Sink extends Connector {

    /**
     * Writes one batch. May be called again with the same mutations after a lost answer: the result must be one remote
     * object per mutation, not two.
     *
     * @param stream one of {@link #streams()}
     * @param batch at most {@link Stream#batchSize()} mutations, all with operations that the stream declares
     * @return exactly one outcome per mutation, in any order, by {@link Mutation#id()}
     * @throws ConnectorException when the whole batch failed: {@code TRANSIENT} and {@code RATE_LIMITED} defer it. When it
     *     is not known which mutations arrived, throw; the hub sends them again.
     */
    List<Outcome> write(Stream stream, List<Mutation> batch);
}
