package io.serai.connector;

import io.serai.spi.ConnectorInfo;
import java.util.List;

/**
 * A connector without Java: what {@code connector.yaml} says.
 *
 * @param info what it is
 * @param settings what a connection gives it; a default may name other settings in braces
 * @param http how to talk to the system
 * @param streams what there is to read and write
 */
public record ConnectorDefinition(
        ConnectorInfo info, List<SettingInfo> settings, HttpDefinition http, List<StreamDefinition> streams) {

    public ConnectorDefinition {
        settings = List.copyOf(settings);
        streams = List.copyOf(streams);
    }
}
