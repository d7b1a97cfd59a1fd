package io.serai.demo.population;

import java.util.List;

/** Dice that fall the same way for the same numbers on every machine: SplitMix64 (Steele, Lea and Flood 2014). */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice of their own for a thing: others for every other thing. */
    static Dice of(long seed, long thing, long part) {
        return new Dice(mixed(mixed(mixed(seed) + thing * GOLDEN) + part * GOLDEN));
    }

    static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    long next() {
        return mixed(state += GOLDEN);
    }

    /** From 0 to under 1. */
    double unit() {
        return (next() >>> 11) * 0x1p-53;
    }

    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(double share) {
        return unit() < share;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /**
     * A rank by the law of Zipf and Mandelbrot: rank r falls in proportion to 1 / (r + skew).
     *
     * @param skew the smaller, the more the first ranks lead
     */
    int rank(int size, double skew) {
        double rank = skew * (StrictMath.pow(1 + size / skew, unit()) - 1);
        return Math.min(size - 1, (int) rank);
    }

    /** The index of one of these weights. */
    int weighed(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int point = below(sum);
        int index = 0;
        while (point >= weights[index]) {
            point -= weights[index++];
        }
        return index;
    }
}
