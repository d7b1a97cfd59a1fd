package io.serai.config;

/**
 * One key of a map with its value.
 *
 * @param key the key as written, without quotes
 * @param keyPosition where the key starts
 * @param value the value; a scalar of kind {@code NULL} when nothing follows the colon
 */
public record YamlEntry(String key, Position keyPosition, YamlNode value) {}
