package io.serai.spi;

import java.util.List;

/**
 * The entrance to a connector, found through {@link java.util.ServiceLoader} in the connector's own class loader.
 *
 * <p>One provider serves every connection of its kind; it keeps no state. A provider is constructed once per hub and its
 * methods may be called from any thread.
 *
 * @param <S> the connector's settings, a record. The hub reads the {@code settings:} block of a connection into it by
 *     component name ({@code camelCase} components match {@code snake_case} keys), checks types, and refuses keys that the record does not
 *     have. A component annotated with {@link Setting} carries its description, default and whether it is secret or required.
 * @since 1.0
 */
public interface ConnectorProvider<S extends Record> {

    /** What this connector is. Never null, and equal on every call. */
    ConnectorInfo info();

    /** The class of the settings record. */
    Class<S> settings();

    /**
     * Opens one account. Called once per connection and process, on the thread that first needs it. Must not talk to the
     * remote system: that is what {@link Connector#check()} is for.
     *
     * @param settings the connection's settings, complete and of the right types
     * @param context what the hub lends to this connection
     * @return a connector that the hub closes when it stops
     * @throws ConnectorException of kind {@link ConnectorException.Kind#CONFIG} when settings contradict each other
     */
    Connector open(S settings, ConnectorContext context);

    /**
     * The addresses that {@link ConnectorContext#http()} may reach for one account, as complete URLs of which the host and
     * port count. Called once before {@link #open}; must not talk to anybody.
     *
     * @param settings the connection's settings, complete and of the right types
     * @return none by default: the door then refuses every request
     */
    default List<String> hosts(S settings) {
        return List.of();
    }
}
