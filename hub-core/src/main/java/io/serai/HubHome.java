package io.serai;

import io.serai.config.Checked;
import io.serai.config.Checker;
import io.serai.config.ConnectionSettings;
import io.serai.config.ConnectorFile;
import io.serai.config.InstalledConnectors;
import io.serai.config.Problem;
import io.serai.config.ProblemText;
import io.serai.config.schema.Schemas;
import io.serai.connector.Connections;
import io.serai.connector.ConnectorHost;
import io.serai.connector.ConnectorRegistry;
import io.serai.spi.Stream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A home, read and checked; nothing is started and nobody is talked to.
 *
 * @param home the hub home
 * @param registry the installed connectors
 * @param checked what the files say and what is wrong with them
 */
public record HubHome(Path home, ConnectorRegistry registry, Checked checked) {

    /**
     * Reads and checks a home.
     *
     * @param install the folder of the launcher, whose connectors are installed; empty when there is none
     */
    public static HubHome load(Path home, Optional<Path> install) {
        return checked(home, ConnectorRegistry.load(install, home, new ConnectorFile()));
    }

    /** The same home, read and checked again; the installed connectors are those that were there at first. */
    public HubHome again() {
        return checked(home, registry);
    }

    private static HubHome checked(Path home, ConnectorRegistry registry) {
        return new HubHome(
                home, registry, new Checker(home, System.getenv(), new InstalledConnectors(registry, home)).check());
    }

    /** The accounts of this home, none open yet. */
    public Connections connections(ConnectorHost host) {
        return new Connections(accounts(), host);
    }

    /** The accounts of this home by name, to follow others. */
    Map<String, Connections.Account> accounts() {
        Map<String, Connections.Account> accounts = new TreeMap<>();
        checked.config().connections().forEach((name, connection) -> registry.find(connection.connector())
                .ifPresent(factory -> accounts.put(name, new Connections.Account(factory, connection.account()))));
        return accounts;
    }

    /** The names of a connection's streams, as far as that can be told without connecting. */
    public List<String> streams(ConnectionSettings connection) {
        return declared(connection).stream().map(Stream::name).toList();
    }

    /** A connection's streams as they are declared, as far as that can be told without connecting. */
    public List<Stream> declared(ConnectionSettings connection) {
        return new InstalledConnectors(registry, home).streams(connection).orElse(List.of());
    }

    /** The schemas of this home's files, for editors. */
    public Schemas schemas() {
        return new Schemas(checked.config(), new InstalledConnectors(registry, home), registry.all());
    }

    /** A problem with its source line and a caret. */
    public String text(Problem problem) {
        Set<String> secrets = new HashSet<>();
        registry.all()
                .forEach(factory ->
                        secrets.addAll(registry.secrets(factory.info().name())));
        return new ProblemText(home, secrets).render(problem);
    }
}
