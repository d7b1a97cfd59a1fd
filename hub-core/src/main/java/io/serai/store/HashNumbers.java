package io.serai.store;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Numbers by 64-bit hash, in memory: open addressing, linear (Knuth, "The Art of Computer Programming" 3, 6.4). Of a hash 42 bits are
 * told apart, so that a number takes ten to thirteen bytes; whoever asks looks whether it is meant. Several may have one hash.
 */
final class HashNumbers {

    /** Each grows by itself, so that little is there twice at any time. */
    private static final int SEGMENTS = 1024;

    private static final int FIRST = 16;

    /** By place the low half of a hash above the number and one; 0 where there is none. */
    private final long[][] segments = new long[SEGMENTS][];

    private final int[] sizes = new int[SEGMENTS];

    /** The first number of that hash, or of one that looks like it, that is meant, or -1. */
    int find(long hash, IntPredicate meant) {
        long[] places = segments[segment(hash)];
        if (places == null) {
            return -1;
        }
        for (int place = place(hash, places.length); places[place] != 0; place = after(place, places.length)) {
            int number = (int) places[place] - 1;
            if ((int) (places[place] >>> 32) == (int) hash && meant.test(number)) {
                return number;
            }
        }
        return -1;
    }

    /** @param number 0 or more */
    void put(long hash, int number) {
        int segment = segment(hash);
        long[] places = segments[segment];
        if (places == null) {
            places = new long[FIRST];
        } else if (sizes[segment] >= places.length / 5 * 4) {
            places = grown(places);
        }
        segments[segment] = places;
        sizes[segment]++;
        put(places, hash << 32 | number + 1L);
    }

    private static long[] grown(long[] places) {
        long[] grown = new long[places.length + places.length / 4];
        Arrays.stream(places).filter(each -> each != 0).forEach(each -> put(grown, each));
        return grown;
    }

    private static void put(long[] places, long each) {
        int place = place(each >>> 32, places.length);
        while (places[place] != 0) {
            place = after(place, places.length);
        }
        places[place] = each;
    }

    private static int segment(long hash) {
        return (int) (hash >>> 54);
    }

    /** Spread over any number of places by the low half of the hash. */
    private static int place(long hash, int places) {
        return (int) ((hash & 0xFFFFFFFFL) * places >>> 32);
    }

    private static int after(int place, int places) {
        return place + 1 == places ? 0 : place + 1;
    }
}
