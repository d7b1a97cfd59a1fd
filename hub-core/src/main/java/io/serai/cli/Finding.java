package io.serai.cli;

/**
 * What the doctor found.
 *
 * @param what was looked at
 * @param state how it is
 * @param text a sentence, with what to do when it cannot stay so
 */
record Finding(String what, State state, String text) {

    /** How a thing is. */
    enum State {
        WELL,
        /** The hub works with it; a person should look at it. */
        WARNING,
        BAD
    }

    boolean bad() {
        return state == State.BAD;
    }
}
