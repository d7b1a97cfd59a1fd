package io.serai.config;

import io.serai.connector.RateLimit;
import java.util.Map;
import java.util.Optional;

/**
 * One account: {@code config/connections/NAME.yaml}.
 *
 * @param name the file's name without extension
 * @param file relative to the home
 * @param connector the connector's name
 * @param connectorPosition where that name stands
 * @param settings for the connector, placeholders resolved: {@code Map}, {@code List}, {@code String}, {@code Long}, {@code BigDecimal},
 *     {@code Boolean}. A value with a placeholder is text, whatever the setting wants
 * @param places where each setting stands
 * @param rateLimit the most requests that the account allows
 */
public record ConnectionSettings(
        String name,
        String file,
        String connector,
        Position connectorPosition,
        Map<String, Object> settings,
        Places places,
        Optional<RateLimit> rateLimit) {

    /** As connectors take it. */
    public io.serai.connector.ConnectionSettings account() {
        return new io.serai.connector.ConnectionSettings(name, settings, rateLimit);
    }

    /** Without the settings, which may hold secrets. */
    @Override
    public String toString() {
        return "connection \"" + name + "\" of " + connector;
    }
}
