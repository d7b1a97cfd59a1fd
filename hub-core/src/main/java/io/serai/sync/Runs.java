package io.serai.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The history of runs, and the rule that a route runs once at a time. Safe for use by many threads. */
public final class Runs {

    private final RunStore store;
    private final Clock clock;
    private final Duration retention;
    private final Map<String, Run> running = new ConcurrentHashMap<>();

    /** @param retention how long finished runs, their rejections and plans are kept */
    public Runs(RunStore store, Clock clock, Duration retention) {
        this.store = store;
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * To be called once when the store was opened for writing: runs that a dead process left are marked interrupted.
     *
     * @return how many there were
     */
    public int recover() {
        return store.interruptRunning(clock.instant());
    }

    /**
     * Starts a run.
     *
     * @throws RunRefused when the route is running already
     */
    public Run start(String route, RunRequest request) {
        Run run = new Run(this, store, clock, route, request);
        Run other = running.putIfAbsent(route, run);
        if (other != null) {
            throw new RunRefused("The route \"" + route + "\" is already running (run " + other.id()
                    + "). Wait until it has finished; hub runs " + other.id() + " shows how far it is.");
        }
        try {
            run.begin();
            return run;
        } catch (RuntimeException e) {
            running.remove(route, run);
            throw e;
        }
    }

    void ended(Run run) {
        running.remove(run.route(), run);
        store.prune(clock.instant().minus(retention));
    }

    /** The run of that route that this process is executing. */
    public Optional<Run> running(String route) {
        return Optional.ofNullable(running.get(route));
    }

    public Optional<RunView> get(long run) {
        return store.get(run);
    }

    /**
     * Newest first.
     *
     * @param route null for all routes
     */
    public List<RunView> list(String route, int limit) {
        return store.list(route, limit);
    }
}
