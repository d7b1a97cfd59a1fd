package io.serai.profile;

import java.time.Instant;
import java.util.List;

/**
 * Two profiles that may be one person, waiting for somebody to say so.
 *
 * @param id names it in {@code hub review accept|reject}
 * @param left a profile
 * @param right another
 * @param leftRecord the record of the left one that is most like the other's, such as "shop/customers 17"
 * @param rightRecord the other record
 * @param probability that they are one person, 0 to 1, by these two records
 * @param bits the same as the power of two of the odds
 * @param reason why they were not merged: "likely" when they are below {@code merge_above}, or what stood between, in words
 * @param evidence field by field, the strongest first; no personal values
 * @param found when it came up
 */
public record Review(
        long id,
        long left,
        long right,
        String leftRecord,
        String rightRecord,
        double probability,
        double bits,
        String reason,
        List<FieldWeight> evidence,
        Instant found) {}
