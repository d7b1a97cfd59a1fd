package io.serai.spi;

import java.util.Map;

/**
 * One thing that a source reports.
 *
 * @since 1.0
 */
public sealed interface Change {

    /** The record's key in its stream: the same object has the same key for ever. */
    String key();

    /**
     * The object as it is now. Values are what JSON knows: {@code String}, {@code Boolean}, {@code Integer}, {@code Long},
     * {@code Double}, {@code BigDecimal}, {@code List}, {@code Map<String, Object>} and null. Times are ISO 8601 strings.
     *
     * @param key the object's key, not blank
     * @param fields the object, complete, as the source sent it
     */
    record Upsert(String key, Map<String, Object> fields) implements Change {}

    /**
     * The object is gone at the source.
     *
     * @param key the object's key
     */
    record Delete(String key) implements Change {}

    /**
     * Something that should have been an object could not be read: a broken row, a missing key. The hub counts it as
     * rejected, lists the reason and goes on.
     *
     * @param key a name by which a person finds it, such as {@code sales-3.csv:17}
     * @param reason what is wrong, without personal data
     * @param raw the unreadable text, kept in the store for a retry by a person; at most 4,096 characters
     */
    record Unreadable(String key, String reason, String raw) implements Change {}
}
