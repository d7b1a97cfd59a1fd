package io.serai.connector;

import io.serai.spi.Connector;
import io.serai.spi.ConnectorException;
import io.serai.spi.Stream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The accounts of a home. Each is opened when it is first asked for, and all are closed together. For any thread. */
public final class Connections implements AutoCloseable {

    /**
     * One account and the connector that knows it.
     *
     * @param factory its connector
     * @param settings what its file says
     */
    public record Account(ConnectorFactory factory, ConnectionSettings settings) {}

    private final Map<String, Account> accounts;
    private final ConnectorHost host;
    private final Map<String, Connector> open = new LinkedHashMap<>();

    /** @param accounts by name */
    public Connections(Map<String, Account> accounts, ConnectorHost host) {
        this.accounts = new TreeMap<>(accounts);
        this.host = host;
    }

    /** The names of all accounts, sorted. */
    public Set<String> names() {
        return accounts.keySet();
    }

    /** The account of that name, not opened. */
    public Account account(String name) {
        Account account = accounts.get(name);
        if (account == null) {
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIG,
                    "There is no connection \"" + name + "\". Add config/connections/" + name + ".yaml.");
        }
        return account;
    }

    /**
     * The open connector of an account.
     *
     * @throws ConnectorException of kind {@code CONFIG} when there is none of that name or its settings are wrong
     */
    public synchronized Connector connector(String name) {
        Connector known = open.get(name);
        if (known == null) {
            Account account = account(name);
            known = account.factory().open(account.settings(), host);
            open.put(name, known);
        }
        return known;
    }

    /**
     * A stream of an account.
     *
     * @throws ConnectorException of kind {@code CONFIG} when there is none of that name
     */
    public Stream stream(String connection, String stream) {
        return connector(connection).streams().stream()
                .filter(each -> each.name().equals(stream))
                .findFirst()
                .orElseThrow(() -> new ConnectorException(
                        ConnectorException.Kind.CONFIG,
                        "The connection \"" + connection + "\" has no stream \"" + stream + "\"."));
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Connector::close);
        open.clear();
    }
}
