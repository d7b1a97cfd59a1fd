package io.serai.sync;

import java.util.Set;

/** {@code hub retry}: gives what was refused in a run another chance. */
public final class Retry {

    /**
     * What a retry found.
     *
     * @param route the route of the run
     * @param records refused records that can be mapped again, see {@link #records}
     * @param people the numbers of refused people: run the route with {@link RunRequest#retry} for them
     * @param unreadable rows that no retry can mend: they must be corrected at their source
     */
    public record Work(String route, long records, Set<Long> people, long unreadable) {}

    private final Runs runs;
    private final Rejections rejections;

    public Retry(Runs runs, Rejections rejections) {
        this.runs = runs;
        this.rejections = rejections;
    }

    /**
     * Finds what stands open of a run, and lets its refused people be planned again.
     *
     * @throws SyncException when there is no such run
     */
    public Work prepare(long run) {
        throw new UnsupportedOperationException();
    }
}
