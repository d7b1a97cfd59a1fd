package io.serai.record;

import java.util.Map;

/**
 * How a profile becomes a destination's object: {@code config/mappings/NAME.yaml} with {@code from: profile}.
 *
 * @param name the file's name without extension
 * @param to the destination's stream
 * @param match the field of {@code fields} by which the destination finds a person
 * @param fields rules by the destination's field name; paths are trait names
 * @param version changes whenever the meaning changes
 */
public record OutMapping(String name, StreamName to, String match, Map<String, ValueRule> fields, long version) {}
