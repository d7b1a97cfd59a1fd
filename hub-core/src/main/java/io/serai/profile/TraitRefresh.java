package io.serai.profile;

/** Keeps computed traits right where no record arrives: time has passed, or {@code config/traits.yaml} has changed. */
public interface TraitRefresh {

    /**
     * Computes again what may differ: everybody's traits when a definition has changed since the last time, else those of
     * people whose orders or events have grown too old for a {@code within}. Only people whose values change count as touched.
     * Joins the transaction of the caller, if there is one. To be called before people are selected for a push, and first of all
     * when a store is opened for writing.
     */
    Outcome refresh();

    /**
     * What a refresh did.
     *
     * @param looked people computed again
     * @param changed those with a different value now
     */
    record Outcome(long looked, long changed) {}
}
