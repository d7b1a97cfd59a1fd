package io.serai.identity.match;

/**
 * Pairs of records that may be one person, with their weights; in the order of the records.
 *
 * @param compared how many pairs were looked at
 * @param left record numbers as added
 * @param right record numbers as added, in step
 * @param weight hundredths of a bit, in step; at or above the model's floor
 */
public record Candidates(long compared, int[] left, int[] right, int[] weight) {

    /** How many there are. */
    public int size() {
        return left.length;
    }
}
