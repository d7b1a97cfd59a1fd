package io.serai.identity;

/**
 * What a person decided about two signatures; survives every recomputation.
 *
 * @param left a signature's number
 * @param right another's
 * @param kind together or apart
 */
public record Decision(long left, long right, Kind kind) {

    /** Together or apart. */
    public enum Kind {
        /** One person, even when a limit says otherwise. */
        JOIN,
        /** Two people, whatever they share. */
        SPLIT
    }
}
