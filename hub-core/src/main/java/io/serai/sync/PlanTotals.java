package io.serai.sync;

/** How many people a plan adds, changes, removes and holds back. */
public record PlanTotals(long adds, long changes, long removals, long held) {

    /** What is to be sent. */
    long due() {
        return adds + changes + removals;
    }
}
