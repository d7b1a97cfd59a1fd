package io.serai.sync;

/** How a plan stands. */
public enum PlanStatus {
    /** People are being staged. */
    DRAFT,
    /** Asked for, waits to be applied. */
    PLANNED,
    /** Held by a guard, waits to be applied. */
    HELD,
    /** Only to look at. */
    DRY_RUN,
    SENDING,
    DONE,
    /** Delivery stopped; what is due comes with the next run's plan. */
    STOPPED,
    /** A newer plan for the same sync exists. */
    SUPERSEDED;

    /** As people and the store read it. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
