package io.serai.profile;

import java.util.List;
import java.util.Optional;

/**
 * What resolving everybody changed, or would change.
 *
 * @param applied whether it took effect; not for a dry run, and not when it was stopped
 * @param stopped the sentence of the guard that stopped it
 * @param records how many records were read again
 * @param signatures how many different sayings the model learned from
 * @param model the version of the model, a hash of its content; 0 when matching is off
 * @param previousModel the version before; 0 when matching was off or no model had been fitted
 * @param profilesBefore live profiles before
 * @param profiles live profiles after
 * @param merged how many profiles became another's
 * @param split how many profiles lost somebody
 * @param reviews how many pairs wait for a person now
 * @param examples of merges and splits, at most a few of each
 */
public record ResolveReport(
        boolean applied,
        Optional<String> stopped,
        long records,
        long signatures,
        long model,
        long previousModel,
        long profilesBefore,
        long profiles,
        long merged,
        long split,
        long reviews,
        List<Change> examples) {

    /**
     * One change.
     *
     * @param kind {@code merge}: {@code profile} becomes {@code other}'s; {@code split}: {@code other} leaves {@code profile}
     * @param why what decided, without personal values
     */
    public record Change(String kind, long profile, long other, String why) {}
}
