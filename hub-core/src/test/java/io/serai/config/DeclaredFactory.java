package io.serai.config;

import io.serai.connector.ConnectionSettings;
import io.serai.connector.ConnectorFactory;
import io.serai.connector.ConnectorHost;
import io.serai.connector.SettingInfo;
import io.serai.connector.SettingProblem;
import io.serai.connector.SettingShape;
import io.serai.connector.SettingShape.Kind;
import io.serai.spi.Connector;
import io.serai.spi.ConnectorInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector of {@link DeclaredStreams}: known by its settings and never opened. */
record DeclaredFactory(ConnectorInfo info) implements ConnectorFactory {

    static ConnectorFactory of(String name) {
        return new DeclaredFactory(new ConnectorInfo(name, name, "1.0.0", "Declares its streams."));
    }

    @Override
    public List<SettingInfo> settings() {
        SettingShape streams = new SettingShape(
                Kind.MAP,
                List.of(),
                Optional.of(new SettingShape(Kind.ANY, List.of(), Optional.empty(), List.of())),
                List.of());
        SettingShape text = new SettingShape(Kind.TEXT, List.of(), Optional.empty(), List.of());
        return List.of(
                new SettingInfo("uri", "text", "", false, false, "", text),
                new SettingInfo("url", "text", "", false, false, "", text),
                new SettingInfo("token", "text", "", false, true, "", text),
                new SettingInfo("streams", "a map", "", false, false, "", streams));
    }

    @Override
    public List<SettingProblem> check(Map<String, Object> settings) {
        return List.of();
    }

    @Override
    public Connector open(ConnectionSettings connection, ConnectorHost host) {
        throw new UnsupportedOperationException("never opened");
    }
}
