package io.serai.store;

import java.util.BitSet;
import java.util.Collection;

/** Who changed in one transaction, each once. */
final class ChangedPeople {

    private final BitSet numbers = new BitSet();

    void add(long profile) {
        numbers.set(Math.toIntExact(profile));
    }

    void addAll(Collection<Long> profiles) {
        profiles.forEach(this::add);
    }

    /** Everybody from 1 up to a number. */
    void addAllUpTo(int last) {
        numbers.set(1, last + 1);
    }

    long count() {
        return numbers.cardinality();
    }
}
