package io.serai.record;

import java.util.List;
import java.util.Map;

/**
 * What a mapping made of a record. Values are {@code String}, {@code Boolean}, {@code Long}, {@code Double} or
 * {@code BigDecimal}, {@code java.time.Instant} where the rule or the target says time (a date without a time of day stays ISO
 * text, except in {@code time}), and a {@code List} of such values where the source had one; anything nested deeper is canonical JSON
 * text. A value that was not there or blank is absent, not null. Consents are {@code granted}, {@code denied} or {@code unknown}.
 *
 * @param fields by the mapping's field names
 * @param person identifiers by name, not yet normalised
 * @param lines one map a line: {@code product} (text), {@code quantity} and {@code price} (numbers)
 */
public record Mapped(Map<String, Object> fields, Map<String, Object> person, List<Map<String, Object>> lines) {}
