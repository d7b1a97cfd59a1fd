package io.serai.identity;

/**
 * Two signatures of two clusters that may be one person: the strongest pair between them.
 *
 * @param left a signature's number
 * @param right another's
 * @param weight hundredths of a bit
 * @param why what kept them apart
 * @param limit the identifier whose {@code per_profile} would be crossed; null for other reasons
 */
public record Doubt(long left, long right, int weight, Why why, String limit) {

    /** What kept them apart. */
    public enum Why {
        /** Likely, but not likely enough to go without a person's word. */
        LIKELY,
        /** These two are enough, but the others of the two clusters speak against it. */
        CONTRADICTED,
        /** Together they would have more values of an identifier than one profile may. */
        LIMIT
    }
}
