package io.serai.connector;

import io.serai.spi.ConnectorContext;
import io.serai.spi.HttpDoor;
import java.nio.file.Path;
import java.time.ZoneId;

/** What the hub lends to one open connection. */
final class Account implements ConnectorContext {

    private final String connection;
    private final ConnectorHost host;
    private final HttpDoor door;

    Account(String connection, ConnectorHost host, HttpDoor door) {
        this.connection = connection;
        this.host = host;
        this.door = door;
    }

    @Override
    public String connection() {
        return connection;
    }

    @Override
    public Path home() {
        return host.home();
    }

    @Override
    public ZoneId zone() {
        return host.zone();
    }

    @Override
    public HttpDoor http() {
        return door;
    }

    @Override
    public <T> T lend(Class<T> type) {
        Object lent = host.lend().apply(type);
        if (!type.isInstance(lent)) {
            throw new IllegalStateException("The hub lends no " + type.getName() + " here.");
        }
        return type.cast(lent);
    }
}
