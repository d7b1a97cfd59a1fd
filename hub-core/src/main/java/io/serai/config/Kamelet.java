package io.serai.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route template of the home, in Camel's Kamelet format: {@code kamelets/NAME.kamelet.yaml}.
 *
 * @param name the file's
 * @param properties what a route may set, by name
 * @param route the template as the list of one route, with the places of the file: what checks a route checks it, too
 */
public record Kamelet(String name, Map<String, Property> properties, YamlNode route) {

    static final String FOLDER = "kamelets";
    static final String FILE = ".kamelet.yaml";

    /**
     * One property.
     *
     * @param required whether a route must set it
     * @param type {@code string}, {@code integer}, {@code number}, {@code boolean}; empty when nothing is said
     * @param choices the allowed values; empty for any
     */
    public record Property(boolean required, Optional<String> type, List<String> choices) {}
}
