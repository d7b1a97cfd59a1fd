package io.serai.demo.population;

/**
 * A seeded order of the numbers under a size that needs no memory: a balanced Feistel network over the next power of four, walked until
 * it falls under the size (Black and Rogaway 2002).
 */
final class Shuffle {

    private static final int ROUNDS = 4;

    private final long seed;
    private final long size;
    private final int half;

    Shuffle(long seed, long size) {
        this.seed = Dice.mixed(seed ^ size);
        this.size = size;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1));
        this.half = (bits + 1) / 2;
    }

    /** The number at a place; every number under the size is at exactly one place. */
    long at(long place) {
        long number = place;
        do {
            number = round(number);
        } while (number >= size);
        return number;
    }

    private long round(long number) {
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (int i = 0; i < ROUNDS; i++) {
            long next = left ^ Dice.mixed(seed + (right << 3) + i) & mask;
            left = right;
            right = next;
        }
        return left << half | right;
    }
}
