package io.serai.camel;

import io.serai.sync.Run;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Runs;
import io.serai.sync.Trigger;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The runs of routes that other components start. A file or another stream of bytes is a run; single messages share one that
 * ends when none came for a while, so that a busy topic does not fill the history. Messages that are under way at the same time
 * share theirs in any case. Safe for use by many threads.
 */
final class MessageRuns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.serai.runs");
    private static final long QUIET_SECONDS = 10;
    private static final long LONGEST_SECONDS = 600;

    private static final class Shared {
        private final Run run;
        private final long started = System.nanoTime();
        private int users;
        private long lastUse;
        private Throwable failure;

        Shared(Run run) {
            this.run = run;
        }
    }

    private final Runs runs;
    private final Map<String, Shared> open = new HashMap<>();
    private ScheduledExecutorService watch;
    private boolean closed;

    MessageRuns(Runs runs) {
        this.runs = runs;
    }

    /** The run to which a message of this route belongs; {@link #leave} it in any case. */
    synchronized Run enter(String route) {
        if (closed) {
            throw new IllegalStateException("The hub is stopping; the message is taken in after the next start.");
        }
        Shared shared = open.get(route);
        if (shared == null) {
            shared = new Shared(runs.start(route, RunRequest.send(Trigger.MESSAGE)));
            open.put(route, shared);
        }
        shared.users++;
        return shared.run;
    }

    /**
     * A message is done.
     *
     * @param failure why it was not taken in; null when it was
     * @param whole whether it was a whole file or stream, after which the run ends
     */
    synchronized void leave(String route, Throwable failure, boolean whole) {
        Shared shared = open.get(route);
        shared.users--;
        shared.lastUse = System.nanoTime();
        shared.failure = shared.failure == null ? failure : shared.failure;
        if (shared.users == 0 && (whole || seconds(shared.started) > LONGEST_SECONDS)) {
            end(route, shared);
        } else if (watch == null) {
            watch = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "runs of messages");
                thread.setDaemon(true);
                return thread;
            });
            watch.scheduleWithFixedDelay(this::endQuiet, 1, 1, TimeUnit.SECONDS);
        }
    }

    private synchronized void endQuiet() {
        Map.copyOf(open).forEach((route, shared) -> {
            if (shared.users == 0 && seconds(shared.lastUse) >= QUIET_SECONDS) {
                end(route, shared);
            }
        });
    }

    private void end(String route, Shared shared) {
        open.remove(route);
        if (shared.failure == null) {
            shared.run.finish(RunStatus.DONE, null);
        } else {
            RunView run = shared.run.fail(shared.failure);
            LOG.warn("Run {} of \"{}\" failed: {}", run.id(), route, run.message());
            LOG.debug("Run {} of {}", run.id(), route, shared.failure);
        }
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (watch != null) {
            watch.shutdownNow();
        }
        Map.copyOf(open).forEach(this::end);
    }
}
