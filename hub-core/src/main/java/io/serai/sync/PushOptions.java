package io.serai.sync;

import java.util.Optional;

/**
 * How a push step is to treat its destination.
 *
 * @param tag put on those who are there, in the field {@code tag}
 * @param consent the channel that must be granted; empty to take the stream's; {@code none} for no check
 * @param minCertainty how certain the weakest link of a person must be, 0 to 1; 0 for no check
 */
public record PushOptions(
        Mode mode,
        OnLeave onLeave,
        Optional<String> tag,
        Optional<String> consent,
        double minCertainty,
        Guards guards) {

    public PushOptions {
        if (onLeave == OnLeave.UNTAG && tag.isEmpty()) {
            throw new SyncException("on_leave: untag needs the tag to take off: add tag.");
        }
    }

    /** With the mode's own {@link Mode#onLeave}, no tag, the stream's consent and no question of certainty. */
    public static PushOptions of(Mode mode, Guards guards) {
        return new PushOptions(mode, mode.onLeave(), Optional.empty(), Optional.empty(), 0, guards);
    }
}
