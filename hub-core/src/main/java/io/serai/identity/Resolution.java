package io.serai.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the store must write after a page was resolved. Numbers of profiles are in ascending order.
 *
 * @param profiles signature to profile, for every signature whose profile differs from before
 * @param firstProfiles signature to the first profile it was ever in, for every signature that had none so far
 * @param opened new profiles
 * @param restored profiles that are nobody's alias any more, or have somebody again
 * @param merges profiles that became aliases
 * @param redirects aliases that lead elsewhere now because the records that they once stood for do
 * @param emptied profiles of whom no live record is left; their numbers wait for one to come back
 * @param touched live profiles that gained or lost a signature, opened and restored ones too
 * @param overloaded values that are on too many people now and were not
 * @param released values that were on too many people and are no longer
 * @param findings about the profiles that were looked at
 */
public record Resolution(
        Map<Long, Long> profiles,
        Map<Long, Long> firstProfiles,
        List<Long> opened,
        List<Long> restored,
        List<Merge> merges,
        List<Merge> redirects,
        List<Long> emptied,
        Set<Long> touched,
        Set<Identifier> overloaded,
        Set<Identifier> released,
        Findings findings) {}
