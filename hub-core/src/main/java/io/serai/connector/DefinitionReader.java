package io.serai.connector;

import java.nio.file.Path;

/** Reads a {@code connector.yaml}. */
@FunctionalInterface
public interface DefinitionReader {

    /**
     * Reads one file.
     *
     * @throws InvalidConnectorException saying everything that is wrong with it, with line and column
     */
    ConnectorDefinition read(Path file);
}
