package io.serai.store;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Which signatures, by their places, make up each of the new profiles, which are numbered from 1. */
final class FirstMembers {

    private final int profiles;
    /** By profile where its first is among the members. */
    private final int[] start;

    private final int[] members;

    /** @param profileOf by signature, 1 to profiles */
    FirstMembers(int[] profileOf, int profiles) {
        this.profiles = profiles;
        start = new int[profiles + 2];
        for (int profile : profileOf) {
            start[profile + 1]++;
        }
        for (int profile = 1; profile < start.length; profile++) {
            start[profile] += start[profile - 1];
        }
        members = new int[profileOf.length];
        for (int node = 0; node < profileOf.length; node++) {
            members[start[profileOf[node]]++] = node;
        }
        // each has moved on to where the next begins
        System.arraycopy(start, 0, start, 1, profiles + 1);
        start[0] = 0;
    }

    int profiles() {
        return profiles;
    }

    /** Hands over the signatures of a profile, in their order. */
    void each(int profile, IntConsumer taker) {
        for (int i = start[profile]; i < start[profile + 1]; i++) {
            taker.accept(members[i]);
        }
    }

    /** The signatures of some profiles, one profile after the other. */
    IntStream of(int first, int last) {
        return IntStream.range(start[first], start[last + 1]).map(i -> members[i]);
    }
}
