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

    void addAll(BitSet profiles) {
        bits.or(profiles);
    }

    /** Those of these who are not in any of the sets. */
    static BitSet outside(BitSet profiles, ProfileSet... sets) {
        BitSet outside = (BitSet) profiles.clone();
        for (ProfileSet set : sets) {
            outside.andNot(set.bits);
        }
        return outside;
    }

    /** A copy. */
    BitSet all() {
        return (BitSet) bits.clone();
    }

    boolean isEmpty() {
        return bits.isEmpty();
    }
}
