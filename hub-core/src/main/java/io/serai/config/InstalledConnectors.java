package io.serai.config;

import io.serai.connector.ConnectorFactory;
import io.serai.connector.ConnectorHost;
import io.serai.connector.ConnectorRegistry;
import io.serai.spi.Connector;
import io.serai.spi.ConnectorException;
import io.serai.spi.Stream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The catalog of what is really installed. Connectors are opened to list their streams, with a host that reaches nothing. */
public final class InstalledConnectors implements ConnectorCatalog {

    private final ConnectorRegistry registry;
    private final Path home;

    /**
     * @param registry what is installed
     * @param home the hub home
     */
    public InstalledConnectors(ConnectorRegistry registry, Path home) {
        this.registry = registry;
        this.home = home;
    }

    @Override
    public Set<String> connectors() {
        return registry.all().stream()
                .map(factory -> factory.info().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public List<Complaint> check(ConnectionSettings connection) {
        return registry.find(connection.connector())
                .map(factory -> complaints(factory, connection))
                .orElse(List.of());
    }

    private List<Complaint> complaints(ConnectorFactory factory, ConnectionSettings connection) {
        List<Complaint> complaints = factory.check(connection.settings()).stream()
                .map(problem -> new Complaint(String.join(".", problem.path()), problem.message(), problem.hint()))
                .toList();
        return complaints.isEmpty()
                ? factory
                        .refusal(connection.account(), home)
                        .map(refusal -> new Complaint("", Sentence.capital(refusal), ""))
                        .stream()
                        .toList()
                : complaints;
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
                factory.get().open(connection.account(), ConnectorHost.lookingOnly(home, ZoneOffset.UTC))) {
            return Optional.of(open.streams());
        } catch (ConnectorException | IllegalStateException cannotTell) {
            return Optional.empty();
        }
    }
}
