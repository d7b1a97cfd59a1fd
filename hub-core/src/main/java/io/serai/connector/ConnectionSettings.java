package io.serai.connector;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One account, as {@code config/connections/NAME.yaml} has it.
 *
 * @param connection its name
 * @param settings the {@code settings:} block as YAML gives it, placeholders resolved
 * @param rateLimit what the account allows; empty to take the connector's own limit
 */
public record ConnectionSettings(String connection, Map<String, Object> settings, Optional<RateLimit> rateLimit) {

    public ConnectionSettings {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    @Override
    public String toString() {
        return "connection \"" + connection + "\"";
    }
}
