package io.serai.store;

import java.util.BitSet;
import java.util.Collection;

/** Profiles that are to be made what their records say, each once however often something came to them. */
final class Touched {

    private final BitSet whole = new BitSet();
    private final BitSet said = new BitSet();
    private final BitSet known = new BitSet();
    private final BitSet timeline = new BitSet();

    /** Adds profiles, as {@link #whole}, {@link #said} and {@link #timeline} tell them apart. */
    void add(Collection<Long> all, Collection<Long> saying, Collection<Long> entries) {
        all.forEach(profile -> whole.set(Math.toIntExact(profile)));
        saying.forEach(profile -> said.set(Math.toIntExact(profile)));
        entries.forEach(profile -> timeline.set(Math.toIntExact(profile)));
    }

    /** Profiles that records of people came to or left. */
    BitSet whole() {
        return whole;
    }

    /** Profiles whose records of people may say other things than before, but not who they are. */
    BitSet said() {
        return said;
    }

    /** Profiles that were not there or can be reached as they could not, and to which no records of people came. */
    BitSet known() {
        return known;
    }

    /** Profiles to which nothing came but orders or events that name them as others have. */
    BitSet timeline() {
        return timeline;
    }

    /** Each once, where most is done; but those of {@link #timeline} stay there, too, who are among {@link #said}. */
    Touched once() {
        said.andNot(whole);
        known.andNot(whole);
        timeline.andNot(whole);
        timeline.andNot(known);
        return this;
    }
}
