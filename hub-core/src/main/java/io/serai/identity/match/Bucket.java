package io.serai.identity.match;

/**
 * Pairs that share a whole value which about so many bear: they tell how much such a value says.
 *
 * @param slot of the value
 * @param size which of the {@link #SIZES} classes
 * @param pass the pass of one whole slot
 */
record Bucket(int slot, int size, Pass pass) {

    static final int SIZES = 5;

    /** The class of values that so many bear. */
    static int of(int bearers) {
        return bearers <= 2 ? 0 : bearers <= 4 ? 1 : bearers <= 10 ? 2 : bearers <= 60 ? 3 : 4;
    }

    boolean holds(int bearers) {
        return bearers > 1 && of(bearers) == size;
    }
}
