package io.serai;

import io.serai.config.ConnectionSettings;
import io.serai.config.ConnectorCatalog;
import io.serai.connector.ConnectorFactory;
import io.serai.connector.ConnectorHost;
import io.serai.connector.ConnectorRegistry;
import io.serai.connector.RateLimit;
import io.serai.spi.Connector;
import io.serai.spi.ConnectorException;
import io.serai.spi.Stream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The installed connectors, as the check asks about them. Opens connections without talking to anybody. */
final class InstalledConnectors implements ConnectorCatalog {

    private final ConnectorRegistry registry;
    private final Path home;

    InstalledConnectors(ConnectorRegistry registry, Path home) {
        this.registry = registry;
        this.home = home;
    }

    @Override
    public Set<String> connectors() {
        return registry.all().stream().map(factory -> factory.info().name()).collect(Collectors.toSet());
    }

    @Override
    public List<Complaint> check(ConnectionSettings connection) {
        return registry.find(connection.connector())
                .map(factory -> factory.check(connection.settings()).stream()
                        .map(problem ->
                                new Complaint(String.join(".", problem.path()), problem.message(), problem.hint()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Map<String, String> brokenJars() {
        return registry.brokenJars();
    }

    @Override
    public Set<String> secrets(String connector) {
        return registry.secrets(connector);
    }

    @Override
    public Optional<List<Stream>> streams(ConnectionSettings connection) {
        Optional<ConnectorFactory> factory = registry.find(connection.connector());
        if (factory.isEmpty()) {
            return Optional.empty();
        }
        try (Connector open =
                factory.get().open(account(connection), ConnectorHost.lookingOnly(home, ZoneId.systemDefault()))) {
            return Optional.of(open.streams());
        } catch (ConnectorException | IllegalStateException cannotTell) {
            return Optional.empty();
        }
    }

    /** A connection's file as connectors take it. */
    static io.serai.connector.ConnectionSettings account(ConnectionSettings connection) {
        return new io.serai.connector.ConnectionSettings(
                connection.name(),
                connection.settings(),
                connection.rateLimit().map(limit -> new RateLimit(limit.requests(), limit.per())));
    }
}
