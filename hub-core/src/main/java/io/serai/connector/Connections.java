package io.serai.connector;

import io.serai.spi.Connector;
import io.serai.spi.ConnectorException;
import io.serai.spi.Stream;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The accounts of a home. Each is opened when it is first asked for, and all are closed together. Those of another version of
 * the home's files take over what stays the same ({@link #with}). For any thread.
 */
public final class Connections implements AutoCloseable {

    /**
     * One account and the connector that knows it.
     *
     * @param factory its connector
     * @param settings what its file says
     */
    public record Account(ConnectorFactory factory, ConnectionSettings settings) {}

    private record Key(Account account, ZoneId zone) {}

    private final Map<String, Account> accounts;
    private final ConnectorHost host;
    private final Map<Key, Connector> open;

    /** @param accounts by name */
    public Connections(Map<String, Account> accounts, ConnectorHost host) {
        this(accounts, host, new LinkedHashMap<>());
    }

    private Connections(Map<String, Account> accounts, ConnectorHost host, Map<Key, Connector> open) {
        this.accounts = new TreeMap<>(accounts);
        this.host = host;
        this.open = open;
    }

    /**
     * Other accounts in the place of these. Both can be used until one of them closes what is only the other's; what is the same
     * in both is opened once.
     *
     * @param others by name
     */
    public Connections with(Map<String, Account> others, ConnectorHost newHost) {
        return new Connections(others, newHost, open);
    }

    /** Closes what is open and not one of these accounts as they are here. */
    public void closeOthers() {
        synchronized (open) {
            Set<Key> mine = accounts.values().stream().map(this::key).collect(Collectors.toSet());
            open.entrySet().removeIf(entry -> {
                if (mine.contains(entry.getKey())) {
                    return false;
                }
                entry.getValue().close();
                return true;
            });
        }
    }

    private Key key(Account account) {
        return new Key(account, host.zone());
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
    public Connector connector(String name) {
        Account account = account(name);
        synchronized (open) {
            Connector known = open.get(key(account));
            if (known == null) {
                known = account.factory().open(account.settings(), host);
                open.put(key(account), known);
            }
            return known;
        }
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
    public void close() {
        synchronized (open) {
            open.values().forEach(Connector::close);
            open.clear();
        }
    }
}
