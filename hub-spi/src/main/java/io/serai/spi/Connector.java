package io.serai.spi;

import java.util.List;

/**
 * One open account of a system: a {@link Source}, a {@link Sink}, or both.
 *
 * <p>A connector never blocks for longer than its own I/O, never sleeps, retries, schedules or stores: the hub does. The hub
 * calls a connector from several threads, but never two calls on the same stream at once.
 *
 * @since 1.0
 */
public interface Connector extends AutoCloseable {

    /**
     * Proves that the account can be used: reaches the system with the configured credentials and reads as little as
     * possible. Idempotent, changes nothing remotely.
     *
     * @throws ConnectorException saying in the system's own terms what is missing
     */
    void check();

    /**
     * The streams of this account. Equal on every call while the connector is open; must not talk to the remote system.
     */
    List<Stream> streams();

    /**
     * What stands in the way of a use, although {@link #check} went well: a scope that the token lacks, a field that the
     * destination does not have yet. Reads as little as possible, of people nothing; changes nothing remotely.
     *
     * @return a sentence in the system's own terms for each thing that is missing, with what to do; empty when nothing is
     *     known to be
     * @throws ConnectorException as {@link #check} does
     */
    default List<String> missing(Use use) {
        return List.of();
    }

    /** Releases what the connector holds. Called once; no other call follows. */
    @Override
    default void close() {}
}
