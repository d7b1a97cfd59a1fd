package io.serai.record;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where one value comes from and what happens to it, in this order: read {@code from} or {@code value}, look up in
 * {@code map}, fall back to {@code otherwise}, then parse by {@code format} or {@code round}.
 *
 * @param from a path into the object, dots between levels and {@code [0]} for list positions; empty with a constant
 * @param value a constant
 * @param map values by the text found, {@code "*"} for every other; keys compare without case; empty for none
 * @param otherwise {@code default:} of the file: the value when nothing was found
 * @param format a {@link java.time.format.DateTimeFormatter} pattern, for times
 * @param zone the zone of times that name none
 * @param round decimals to keep, for numbers
 */
public record ValueRule(
        Optional<String> from,
        Optional<Object> value,
        Map<String, Object> map,
        Optional<Object> otherwise,
        Optional<String> format,
        Optional<ZoneId> zone,
        OptionalInt round) {

    /** The value at a path, as it is. */
    public static ValueRule path(String from) {
        return new ValueRule(
                Optional.of(from),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }
}
