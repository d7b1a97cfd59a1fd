package io.serai;

import io.serai.camel.ConnectorCamel;
import io.serai.connector.Connections;

/**
 * The accounts of a home, ready to be used: each is opened when it is first asked for.
 *
 * @param camel what connectors borrow
 * @param connections by name
 */
public record Accounts(ConnectorCamel camel, Connections connections) implements AutoCloseable {

    /** The accounts of a home. */
    public static Accounts of(HubHome home) {
        ConnectorCamel camel = new ConnectorCamel();
        return new Accounts(
                camel,
                home.connections(
                        camel.host(home.home(), home.checked().config().hub().timezone())));
    }

    @Override
    public void close() {
        try (camel) {
            camel.cancel();
            connections.close();
        }
    }
}
