package io.serai.sync;

/** What a run is to do at its destinations. */
public enum Purpose {
    /** Plan and deliver. */
    SEND,
    /** Plan, and keep the plan to be applied as it is. */
    PLAN,
    /** Plan to look at: cannot be applied, sets no newer plan before an older one. */
    DRY_RUN
}
