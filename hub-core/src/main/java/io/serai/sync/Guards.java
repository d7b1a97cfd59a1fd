package io.serai.sync;

/**
 * When a plan waits for approval.
 *
 * @param maxRemovals the most removals, as a part (0 to 1) of what the destination is known to hold
 * @param maxChange the most changes, as such a part
 * @param approveFirst whether the first plan for a destination waits
 */
public record Guards(double maxRemovals, double maxChange, boolean approveFirst) {

    /** Those of a hub that says nothing. */
    public static final Guards USUAL = new Guards(0.05, 0.20, true);
}
