package io.serai.sync;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One execution of a route. Counts are durable: they move in the transaction of the work that they count. Safe for use by
 * many threads.
 */
public final class Run {

    private final Runs runs;
    private final RunStore store;
    private final Clock clock;
    private final String route;
    private final RunRequest request;
    private final Set<String> notes = new LinkedHashSet<>();
    private volatile long id;
    private boolean ended;
    private volatile boolean cancelled;
    private final AtomicReference<Counts> counts = new AtomicReference<>(Counts.NONE);

    Run(Runs runs, RunStore store, Clock clock, String route, RunRequest request) {
        this.runs = runs;
        this.store = store;
        this.clock = clock;
        this.route = route;
        this.request = request;
    }

    synchronized void begin() {
        id = store.insert(route, request.trigger(), clock.instant());
    }

    public long id() {
        return id;
    }

    public String route() {
        return route;
    }

    public RunRequest request() {
        return request;
    }

    /** What was counted so far, for showing progress. */
    public Counts counts() {
        return counts.get();
    }

    /** Adds to the counts; call inside the transaction of what is counted. */
    public void add(Counts delta) {
        // Holds no lock of the run: whoever ends it meanwhile holds that one, and waits for this transaction.
        if (!delta.equals(Counts.NONE)) {
            store.add(id, delta);
            counts.accumulateAndGet(delta, Counts::plus);
        }
    }

    /** Says something to people about this run; each sentence once. */
    public synchronized void note(String sentence) {
        notes.add(sentence);
    }

    /** Asks the run to stop at the next page. */
    public void cancel() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /**
     * Ends the run. Idempotent: the first end counts.
     *
     * @param message a sentence; null for none. Notes are put before it
     * @return the run as it stands in the store
     */
    public synchronized RunView finish(RunStatus status, String message) {
        if (!ended) {
            ended = true;
            if (message != null) {
                notes.add(message);
            }
            try {
                store.finish(id, status, clock.instant(), notes.isEmpty() ? null : String.join(" ", notes));
            } finally {
                runs.ended(this);
            }
        }
        return runs.get(id).orElseThrow();
    }

    /** Ends the run as failed, with the sentence that the failure deserves. */
    public RunView fail(Throwable failure) {
        return finish(RunStatus.FAILED, Failure.sentence(failure));
    }
}
