package io.serai;

import io.serai.camel.ConnectorCamel;
import io.serai.config.HubConfig;
import io.serai.config.StreamUsage;
import io.serai.connector.Connections;
import io.serai.connector.Patience;
import io.serai.spi.Connector;
import io.serai.spi.ConnectorException;
import io.serai.spi.Use;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The accounts of a home, ready to be used: each is opened when it is first asked for.
 *
 * @param camel what connectors borrow
 * @param connections by name
 */
public record Accounts(ConnectorCamel camel, Connections connections) implements AutoCloseable {

    private static final Duration LONG_ANSWER = Duration.ofSeconds(60);
    private static final Duration SHORT_ANSWER = Duration.ofSeconds(10);

    /** The accounts of a home, for work that takes its time. */
    public static Accounts of(HubHome home) {
        return of(home, new ConnectorCamel(Patience.USUAL, LONG_ANSWER));
    }

    /** The accounts of a home, for somebody who waits to hear whether they answer. */
    public static Accounts tried(HubHome home) {
        return of(home, new ConnectorCamel(Patience.BRIEF, SHORT_ANSWER));
    }

    private static Accounts of(HubHome home, ConnectorCamel camel) {
        return new Accounts(
                camel,
                home.connections(
                        camel.host(home.home(), home.checked().config().hub().timezone())));
    }

    /**
     * Tries an account: reaches the system, logs in, and asks for what the home's routes need of it.
     *
     * @param connection its name
     * @param config what the home's files say
     * @return what is wrong or missing, a sentence each, in the system's own terms; empty when all is well
     * @throws ConnectorException when there is no connection of that name
     */
    public List<String> problems(String connection, HubConfig config) {
        connections.account(connection);
        try {
            Connector connector = connections.connector(connection);
            connector.check();
            List<String> missing = new ArrayList<>();
            for (StreamUsage usage : StreamUsage.of(config, connection)) {
                connector.streams().stream()
                        .filter(stream -> stream.name().equals(usage.stream()))
                        .forEach(stream -> missing.addAll(
                                connector.missing(new Use(stream, usage.read(), usage.written(), usage.fields()))));
            }
            return missing.stream().distinct().toList();
        } catch (ConnectorException e) {
            return List.of(e.getMessage());
        } catch (RuntimeException | LinkageError bug) {
            return List.of("The connector fails while it looks, which is a bug of the connector: "
                    + bug.getClass().getSimpleName() + ". Tell its author.");
        }
    }

    /** The accounts of another version of the home: what is the same stays open. */
    Accounts next(HubHome home) {
        return new Accounts(
                camel,
                connections.with(
                        home.accounts(),
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
