package io.serai.spi;

import java.nio.file.Path;
import java.time.ZoneId;

/**
 * What the hub lends to one connection. Valid until {@link Connector#close()}.
 *
 * @since 1.0
 */
public interface ConnectorContext {

    /** The connection's name, for messages. */
    String connection();

    /** The hub home: relative file settings are relative to it. */
    Path home();

    /** The hub's timezone. */
    ZoneId zone();

    /**
     * The only way to HTTP: throttled for the account, obeying {@code Retry-After}, retrying what is safe to retry, refusing
     * hosts that the connector did not declare, and redacting secrets from every message.
     */
    HttpDoor http();

    /**
     * Lends the hub's Camel context to a connector that is built on Camel components.
     *
     * @param type {@code org.apache.camel.CamelContext}, from the connector's own class path
     * @return the context, started
     * @throws IllegalStateException when the hub lends none of that type
     */
    <T> T lend(Class<T> type);
}
