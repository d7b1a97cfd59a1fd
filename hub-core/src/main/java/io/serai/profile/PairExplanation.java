package io.serai.profile;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Why two profiles are, or are not, one person.
 *
 * @param left a profile
 * @param right another
 * @param leftRecord the record of the left one that is most like the other's, such as "shop/customers 17"
 * @param rightRecord the other record
 * @param probability that these two records are one person's, 0 to 1; empty when matching is off or they say nothing comparable
 * @param bits the same as the power of two of the odds; 0 when unknown
 * @param household the part of the odds that is rather for two people of one household, 0 to 1
 * @param evidence field by field, the strongest first; no personal values
 * @param between what keeps them apart: {@code same_profile} (nothing does), {@code kept_apart}, {@code limit}, {@code different},
 *     {@code guard}, {@code below_threshold}, {@code not_compared}, {@code too_many}, {@code nothing_shared}
 * @param sentences the whole story, personal values included
 */
public record PairExplanation(
        long left,
        long right,
        String leftRecord,
        String rightRecord,
        OptionalDouble probability,
        double bits,
        double household,
        List<FieldWeight> evidence,
        String between,
        List<String> sentences) {}
