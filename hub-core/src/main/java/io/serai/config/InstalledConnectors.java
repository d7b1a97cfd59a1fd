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

/** The catalog of what is really installed. Connectors are opened to list their streams, with a host that reaches nothing. */
public final class InstalledConnectors implements ConnectorCatalog {

    private final ConnectorRegistry registry;
    private final ConnectorHost host;

    /**
     * @param registry what is installed
     * @param home the hub home
     */
    public InstalledConnectors(ConnectorRegistry registry, Path home) {
        this.registry = registry;
        this.host = ConnectorHost.lookingOnly(home, ZoneOffset.UTC);
    }

    @Override
    public Set<String> connectors() {
        Set<String> names = new TreeSet<>();
        registry.all().forEach(factory -> names.add(factory.info().name()));
        return names;
    }

    @Override
    public List<Complaint> check(ConnectionSettings connection) {
        ConnectorFactory factory = factory(connection);
        List<Complaint> complaints = factory.check(connection.settings()).stream()
                .map(problem -> new Complaint(String.join(".", problem.path()), problem.message(), problem.hint()))
                .toList();
        if (!complaints.isEmpty()) {
            return complaints;
        }
        try (Connector connector = open(connection)) {
            connector.streams();
            return List.of();
        } catch (ConnectorException e) {
            return e.kind() == ConnectorException.Kind.CONFIG
                    ? List.of(new Complaint("", Sentence.ended(e.getMessage()), ""))
                    : List.of();
        } catch (Exception e) {
            return List.of();
        }
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
        try (Connector connector = open(connection)) {
            return Optional.of(connector.streams());
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private Connector open(ConnectionSettings connection) {
        return factory(connection)
                .open(
                        new io.serai.connector.ConnectionSettings(
                                connection.name(), connection.settings(), connection.rateLimit()),
                        host);
    }

    private ConnectorFactory factory(ConnectionSettings connection) {
        return registry.find(connection.connector()).orElseThrow();
    }
}
