package io.serai.sync;

import java.util.List;
import java.util.Map;

/**
 * One push of one run into one destination stream: the route stages pages of people, then completes. Nothing is sent before
 * {@link #complete}. Safe for use by many threads.
 */
public final class PushSession implements AutoCloseable {

    PushSession(Pushes.Parts parts, Run run, PushTarget target, PushOptions options) {}

    /**
     * From now on the staged people are only those who changed: who is absent stays as is; who left is staged with
     * {@code membership: left}.
     */
    public void changesOnly() {}

    /**
     * Takes people who are to be at the destination.
     *
     * @param people profiles as {@code hub:segment} and {@code hub:profiles} deliver them: {@code profile_id} must be there
     * @throws SyncException when one has no {@code profile_id}
     */
    public void stage(List<Map<String, Object>> people) {
        throw new UnsupportedOperationException();
    }

    /**
     * Everybody was staged: plans, and unless the plan is held or only asked for, delivers. Counts go to the run as they
     * become true.
     */
    public PushResult complete() {
        throw new UnsupportedOperationException();
    }

    /** Forgets what was staged, unless {@link #complete} was called. */
    @Override
    public void close() {}
}
