package io.serai.identity;

/**
 * The rungs on which a component that is too large comes apart. A signature's level is the lowest at which its component is no
 * larger than allowed; edges below the level's floor do not count for it. At the top no edge counts.
 */
final class Levels {

    static final int TOP = 6;

    /** Two bits; each rung is twice as high as the one below. */
    private static final int STEP = 200;

    private Levels() {}

    /** The weight from which edges count. */
    static int floor(int level, int lowest) {
        return level == TOP ? Integer.MAX_VALUE : lowest + STEP * ((1 << level) - 1);
    }
}
