package io.serai.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps runs. */
public interface RunStore {

    /** @return the new run's number */
    long insert(String route, Trigger trigger, Instant started);

    /** Adds to a run's counts. */
    void add(long run, Counts delta);

    void finish(long run, RunStatus status, Instant finished, String message);

    /**
     * Marks every run that still stands as running as interrupted: their process is dead. What they had planned and not
     * delivered is counted as deferred. Plans that were being made are forgotten.
     *
     * @return how many
     */
    int interruptRunning(Instant now);

    Optional<RunView> get(long run);

    /**
     * Newest first.
     *
     * @param route null for all
     */
    List<RunView> list(String route, int limit);

    /** Forgets finished runs of before that time, with their rejections and plans. */
    void prune(Instant before);
}
