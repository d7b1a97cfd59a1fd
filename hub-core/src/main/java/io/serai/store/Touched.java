package io.serai.store;

import java.util.BitSet;
import java.util.Collection;

/** Profiles that are to be made what their records say, each once however often something came to them. */
final class Touched {

    private final BitSet whole = new BitSet();
    private final BitSet known = new BitSet();
    private final BitSet timeline = new BitSet();

    /**
     * Adds some.
     *
     * @param all profiles whose records changed
     * @param entries profiles of which only orders or events changed
     */
    void add(Collection<Long> all, Collection<Long> entries) {
        all.forEach(profile -> whole.set(Math.toIntExact(profile)));
        entries.forEach(profile -> timeline.set(Math.toIntExact(profile)));
    }

    /** Profiles whose records changed. */
    BitSet whole() {
        return whole;
    }

    /** Profiles that were not there or can be reached as they could not, and to which no records of people came. */
    BitSet known() {
        return known;
    }

    /** Profiles to which nothing came but orders or events that name them as others have. */
    BitSet timeline() {
        return timeline;
    }

    /** Each once, where most is done. */
    Touched once() {
        known.andNot(whole);
        timeline.andNot(whole);
        timeline.andNot(known);
        return this;
    }
}
