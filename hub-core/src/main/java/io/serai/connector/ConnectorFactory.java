package io.serai.connector;

import io.serai.spi.Connector;
import io.serai.spi.ConnectorInfo;
import java.util.List;
import java.util.Map;

/** A connector that is installed, in Java or in YAML. May be used from any thread. */
public interface ConnectorFactory {

    /** What it is. */
    ConnectorInfo info();

    /** Its settings, in the order in which they are documented. */
    List<SettingInfo> settings();

    /** All that is wrong with a connection's settings, at once; empty when {@link #open} will take them. */
    List<SettingProblem> check(Map<String, Object> settings);

    /**
     * Opens one account. Talks to nobody and loads neither transport nor Camel.
     *
     * @throws io.serai.spi.ConnectorException of kind {@code CONFIG} naming every setting that is wrong
     */
    Connector open(ConnectionSettings connection, ConnectorHost host);
}
