package io.serai.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One person with everything that is known.
 *
 * @param id the store's number
 * @param created when the hub first saw this person
 * @param identifiers all values by identifier name, each once, sorted
 * @param traits surviving and computed traits by name
 * @param consents by channel
 * @param records the live records, oldest first
 * @param aliases ids that were merged into this one
 */
public record Person(
        long id,
        Instant created,
        Map<String, List<String>> identifiers,
        Map<String, Object> traits,
        Map<String, String> consents,
        List<PersonRecord> records,
        List<Long> aliases) {

    /**
     * One record of a person.
     *
     * @param number the store's number
     * @param signature the number of what it says about who it is
     * @param source its stream, {@code shop/customers}
     * @param key its key there
     * @param changed when it last changed
     * @param payload its fields, as JSON
     */
    public record PersonRecord(
            long number, long signature, String source, String key, Instant changed, String payload) {}
}
