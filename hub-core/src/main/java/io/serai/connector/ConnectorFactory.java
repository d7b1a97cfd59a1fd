package io.serai.connector;

import io.serai.spi.Connector;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorInfo;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector that is installed, in Java or in YAML. May be used from any thread. */
public interface ConnectorFactory {

    /** What it is. */
    ConnectorInfo info();

    /** Its settings, in the order in which they are documented. */
    List<SettingInfo> settings();

    /** All that is wrong with a connection's settings by themselves, at once; {@link #refusal} says what is with them together. */
    List<SettingProblem> check(Map<String, Object> settings);

    /**
     * Opens one account. Talks to nobody and loads neither transport nor Camel.
     *
     * @throws io.serai.spi.ConnectorException of kind {@code CONFIG} naming what is wrong with the settings
     */
    Connector open(ConnectionSettings connection, ConnectorHost host);

    /**
     * What it says against settings that {@link #check} has nothing to say against, when an account is opened with them. Nobody is
     * talked to.
     *
     * @param home the hub home
     * @return a sentence; empty when nothing, or when that cannot be told without reaching the account
     */
    default Optional<String> refusal(ConnectionSettings connection, Path home) {
        try {
            open(connection, ConnectorHost.lookingOnly(home, ZoneOffset.UTC)).close();
            return Optional.empty();
        } catch (ConnectorException e) {
            return e.kind() == ConnectorException.Kind.CONFIG
                    ? Optional.of(e.getMessage().replaceFirst("[.]?$", "."))
                    : Optional.empty();
        } catch (IllegalStateException needsNetwork) {
            return Optional.empty();
        }
    }
}
