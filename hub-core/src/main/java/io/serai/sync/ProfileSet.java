package io.serai.sync;

import java.util.BitSet;

/** A set of profiles: a bit each, because their numbers are given without gaps. */
final class ProfileSet {

    private final BitSet bits = new BitSet();

    void add(long profile) {
        bits.set(Math.toIntExact(profile));
    }

    void remove(long profile) {
        bits.clear(Math.toIntExact(profile));
    }

    boolean contains(long profile) {
        return bits.get(Math.toIntExact(profile));
    }

    boolean isEmpty() {
        return bits.isEmpty();
    }
}
