package io.serai.config;

import java.nio.file.Path;
import java.util.Map;

/** Reads and checks every file of a home. Nothing is loaded, connected or started. */
public final class Checker {

    private final Path home;
    private final Map<String, String> environment;
    private final ConnectorCatalog connectors;

    /**
     * @param home the hub home
     * @param environment usually {@link System#getenv()}
     * @param connectors what is installed
     */
    public Checker(Path home, Map<String, String> environment, ConnectorCatalog connectors) {
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.connectors = connectors;
    }

    /** Reads everything that can be read and says everything that is wrong. */
    public Checked check() {
        return new HomeReader(home, environment, connectors).read();
    }
}
