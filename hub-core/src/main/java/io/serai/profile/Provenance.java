package io.serai.profile;

import java.time.Instant;

/**
 * Where the value came from that a person is known by.
 *
 * @param value the surviving value: {@code String}, {@code Long} or {@code Double}
 * @param source the stream of the record that brought it, {@code shop/customers}; null when no single record did
 * @param record the record's key there; null as well
 * @param changed when that record last changed; null as well
 * @param policy why this value and no other: a policy of {@code survivorship:}, {@code strictest} for consents,
 *     {@code computed} or {@code household} for what no single record says
 */
public record Provenance(Object value, String source, String record, Instant changed, String policy) {

    /** The policy of traits that {@code config/traits.yaml} computes. */
    public static final String COMPUTED = "computed";

    /** The policy of {@code household_id} and {@code household_size}. */
    public static final String HOUSEHOLD = "household";

    /** What no single record says. */
    public static Provenance derived(Object value, String policy) {
        return new Provenance(value, null, null, null, policy);
    }
}
