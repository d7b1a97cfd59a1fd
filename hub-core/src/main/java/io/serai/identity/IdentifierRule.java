package io.serai.identity;

import java.util.List;

/**
 * How one identifier links records: an entry of {@code identifiers:} in {@code config/identity.yaml}.
 *
 * @param name the identifier's name, also the field name in mappings
 * @param perProfile the most different values in one profile; {@code Integer.MAX_VALUE} for no limit
 * @param normalise how values become canonical
 * @param region ISO country of phone numbers without a prefix; empty for none
 * @param ignore patterns with {@code *} of values that identify nobody, lower case
 * @param shared whether it links only records whose names or birth dates agree
 * @param maxPeople a value on more people than this is evidence only
 */
public record IdentifierRule(
        String name,
        int perProfile,
        Kind normalise,
        String region,
        List<String> ignore,
        boolean shared,
        int maxPeople) {

    /** The default of {@code max_people}. */
    public static final int DEFAULT_MAX_PEOPLE = 10;

    /** How a value becomes canonical. */
    public enum Kind {
        EMAIL,
        PHONE,
        /** Trimmed, inner white space removed, upper and lower case kept apart. */
        ID
    }
}
