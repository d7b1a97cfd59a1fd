package io.serai.identity;

/**
 * Why two signatures that share a value are not one person.
 *
 * @param left a signature's number
 * @param right another's
 * @param identifier the value that they share; null when a person joined them
 * @param why the reason
 * @param limit the identifier whose {@code per_profile} would be crossed; null for other reasons
 */
public record Refusal(long left, long right, Identifier identifier, Why why, String limit) {

    /** The reasons. */
    public enum Why {
        /** Together they would have more values of an identifier than one profile may. */
        LIMIT,
        /** The value is shared, and names or birth dates differ. */
        DIFFERENT,
        /** The value is shared, and there is no name or birth date to tell whose it is. */
        UNKNOWN,
        /** A person keeps them apart. */
        KEPT_APART
    }
}
