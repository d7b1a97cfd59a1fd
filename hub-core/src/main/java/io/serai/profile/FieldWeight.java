package io.serai.profile;

/**
 * What one compared field says about whether two records are one person's.
 *
 * @param field the trait or identifier
 * @param agreement in words: "same", "nickname", "day and month swapped", "different"
 * @param bits how much more likely it is between records of one person than between others, as a power of two; negative
 *     speaks against
 */
public record FieldWeight(String field, String agreement, double bits) {}
