package io.serai.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found out about the profiles that a page touched, beside who is in them.
 *
 * @param certainty of every live profile that was looked at: the probability of the weakest link that holds it together; 1 when
 *     identifiers and people's decisions do
 * @param looked all live signatures that were looked at, and those that died: pairs of theirs that waited for a person and are
 *     not among the doubts are settled
 * @param doubts pairs of clusters that may be one person
 * @param partings profiles that others have left
 * @param causes of each profile that became an alias, and of each other that left one: what decided, without personal values
 */
public record Findings(
        Map<Long, Double> certainty,
        Set<Long> looked,
        List<Doubt> doubts,
        List<Parting> partings,
        Map<Long, String> causes) {

    /**
     * Somebody left a profile.
     *
     * @param profile where they were; it has somebody still
     * @param other where they are
     */
    public record Parting(long profile, long other) {}
}
