package io.serai.identity;

import io.serai.identity.match.Field;
import java.util.List;

/**
 * {@code matching:} in {@code config/identity.yaml}: how records that share no identifier find each other.
 *
 * @param fields what is compared; a name that is an identifier's too stands for its normalised value
 * @param mergeAbove the probability from which two are one person, 0 to 1
 * @param reviewAbove the probability from which a person is asked, at most {@code mergeAbove}
 */
public record Matching(List<Field> fields, double mergeAbove, double reviewAbove) {

    /** The default of {@code merge_above}. */
    public static final double MERGE_ABOVE = 0.99;

    /** The default of {@code review_above}. */
    public static final double REVIEW_ABOVE = 0.80;
}
