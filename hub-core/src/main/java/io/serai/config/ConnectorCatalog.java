package io.serai.config;

import io.serai.spi.Stream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the check has to know of the installed connectors. Nothing here talks to a remote system. */
public interface ConnectorCatalog {

    /** The names of the installed connectors. */
    Set<String> connectors();

    /**
     * What is wrong with the settings of a connection whose connector is installed.
     *
     * @return one complaint a mistake; empty when all is well
     */
    List<Complaint> check(ConnectionSettings connection);

    /** What is wrong with the jars of plugins, a sentence or more by the name of the plugin's folder. */
    default Map<String, String> brokenJars() {
        return Map.of();
    }

    /** The names of the settings that an installed connector keeps secret. */
    default Set<String> secrets(String connector) {
        return Set.of();
    }

    /**
     * The streams of a connection whose connector is installed and whose settings are without complaint; empty when that
     * cannot be told without connecting.
     */
    Optional<List<Stream>> streams(ConnectionSettings connection);

    /**
     * One mistake in a connection's settings.
     *
     * @param path of the setting as it is in the file: {@code streams.sales.key}; empty for the block
     * @param message one sentence, without the value of a secret
     * @param hint one sentence, possibly empty
     */
    record Complaint(String path, String message, String hint) {}
}
