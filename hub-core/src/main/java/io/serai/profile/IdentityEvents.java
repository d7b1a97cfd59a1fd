package io.serai.profile;

import java.util.List;
import java.util.Set;

/** What became of profiles, in the order in which it happened. */
public interface IdentityEvents {

    /** The kinds of events. */
    List<String> KINDS = List.of("merge", "split", "alias", "restored");

    /**
     * The next events.
     *
     * @param after the number of the last one known; 0 for none
     * @param kinds only these
     * @param limit the most events
     */
    List<IdentityEvent> after(long after, Set<String> kinds, int limit);

    /** The number of the last event of any kind; 0 when nothing happened yet. */
    long last();
}
