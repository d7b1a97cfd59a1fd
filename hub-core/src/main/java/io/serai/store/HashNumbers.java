package io.serai.store;

import java.util.function.IntPredicate;

/** Numbers by 64-bit hash, in memory: open addressing, linear (Knuth, "The Art of Computer Programming" 3, 6.4). Several may have one hash. */
final class HashNumbers {

    private long[] hashes = new long[1024];
    /** By place the number and one; 0 where there is none. */
    private int[] numbers = new int[1024];

    private int size;

    /** The first number of that hash that is meant, or -1. */
    int find(long hash, IntPredicate meant) {
        int mask = hashes.length - 1;
        for (int place = place(hash, mask); numbers[place] != 0; place = place + 1 & mask) {
            if (hashes[place] == hash && meant.test(numbers[place] - 1)) {
                return numbers[place] - 1;
            }
        }
        return -1;
    }

    /** @param number 0 or more */
    void put(long hash, int number) {
        if (++size > hashes.length / 8 * 5) {
            grow();
        }
        place(hashes, numbers, hash, number + 1);
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        hashes = new long[oldHashes.length * 2];
        numbers = new int[oldNumbers.length * 2];
        for (int place = 0; place < oldHashes.length; place++) {
            if (oldNumbers[place] != 0) {
                place(hashes, numbers, oldHashes[place], oldNumbers[place]);
            }
        }
    }

    private static void place(long[] hashes, int[] numbers, long hash, int number) {
        int mask = hashes.length - 1;
        int place = place(hash, mask);
        while (numbers[place] != 0) {
            place = place + 1 & mask;
        }
        hashes[place] = hash;
        numbers[place] = number;
    }

    private static int place(long hash, int mask) {
        return (int) (hash >>> 20) & mask;
    }
}
