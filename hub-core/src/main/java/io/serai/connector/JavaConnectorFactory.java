package io.serai.connector;

import io.serai.spi.Connector;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorInfo;
import io.serai.spi.ConnectorProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A connector written in Java. */
final class JavaConnectorFactory<S extends Record> implements ConnectorFactory {

    private final ConnectorProvider<S> provider;

    JavaConnectorFactory(ConnectorProvider<S> provider) {
        this.provider = provider;
    }

    @Override
    public ConnectorInfo info() {
        return provider.info();
    }

    @Override
    public List<SettingInfo> settings() {
        return SettingShape.settings(provider.settings());
    }

    @Override
    public List<SettingProblem> check(Map<String, Object> settings) {
        SettingsBinder binder = new SettingsBinder();
        binder.bind(provider.settings(), settings);
        return binder.problems();
    }

    @Override
    public Connector open(ConnectionSettings connection, ConnectorHost host) {
        SettingsBinder binder = new SettingsBinder();
        Optional<S> settings = binder.bind(provider.settings(), connection.settings());
        if (settings.isEmpty()) {
            throw refused(connection, binder.problems());
        }
        Waiting waiting = Waiting.real(host.cancelled());
        PatientDoor door = new PatientDoor(
                host.transport(),
                new AllowedHosts(provider.hosts(settings.get())),
                connection.rateLimit().map(limit -> new Throttle(limit, waiting)),
                host.patience(),
                waiting,
                new Redaction(Secrets.of(settings.get())));
        return PluginCalls.around(provider.open(settings.get(), new Account(connection.connection(), host, door)));
    }

    static ConnectorException refused(ConnectionSettings connection, List<SettingProblem> problems) {
        return new ConnectorException(
                ConnectorException.Kind.CONFIG,
                problems.stream()
                        .map(problem -> (problem.message() + " " + problem.hint()).strip())
                        .collect(Collectors.joining(" ", "The connection \"" + connection.connection() + "\": ", "")));
    }
}
