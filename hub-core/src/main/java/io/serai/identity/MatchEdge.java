package io.serai.identity;

import java.util.Comparator;

/**
 * Two signatures that are likely one person's, by the active model.
 *
 * @param left the lower number
 * @param right the higher number
 * @param weight hundredths of a bit, see {@link io.serai.identity.match.Model#weight}
 */
public record MatchEdge(long left, long right, int weight) {

    static final Comparator<MatchEdge> ORDER = Comparator.comparingLong(MatchEdge::left)
            .thenComparingLong(MatchEdge::right)
            .thenComparingInt(MatchEdge::weight);

    /** An edge between two signatures, given in any order. */
    public static MatchEdge of(long one, long other, int weight) {
        return new MatchEdge(Math.min(one, other), Math.max(one, other), weight);
    }

    /** The end that is not this one. */
    long other(long end) {
        return end == left ? right : left;
    }
}
