package io.serai.identity.match;

/**
 * Pairs that share a whole value which about so many bear: they tell how much such a value says.
 *
 * @param slot of the value
 * @param size which of the {@link #SIZES} classes
 * @param pass the pass of one whole slot
 */
record Bucket(int slot, int size, Pass pass) {

    static final int SIZES = 8;

    private static final int[] MOST = {2, 4, 10, 60, 250, 1_000, 5_000};

    /** The class of values that so many bear. */
    static int of(int bearers) {
        int size = 0;
        while (size < MOST.length && bearers > MOST[size]) {
            size++;
        }
        return size;
    }
}
