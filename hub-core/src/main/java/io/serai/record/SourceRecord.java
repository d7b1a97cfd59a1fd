package io.serai.record;

import java.util.Map;

/**
 * One object as a source sent it.
 *
 * @param key its key in its stream, never blank
 * @param fields its fields, unchanged; empty when {@code deleted}
 * @param deleted whether the source says that it is gone
 */
public record SourceRecord(String key, Map<String, Object> fields, boolean deleted) {}
