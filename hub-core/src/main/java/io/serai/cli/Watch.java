package io.serai.cli;

import io.serai.Hub;
import io.serai.sync.Counts;
import io.serai.sync.Run;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows how far a run is: on a terminal one line that moves, elsewhere a line whenever the work has grown by half. */
final class Watch {

    private static final long FIRST_LINE = 10_000;

    private final Terminal terminal;
    private final Hub hub;
    private final String route;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private long nextLine = FIRST_LINE;

    private Watch(Terminal terminal, Hub hub, String route) {
        this.terminal = terminal;
        this.hub = hub;
        this.route = route;
    }

    private static Watch of(Terminal terminal, Hub hub, String route) {
        Watch watch = new Watch(terminal, hub, route);
        watch.clock.scheduleAtFixedRate(watch::look, 500, 250, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Shows how far the run of a route is while the work goes on. */
    static <T> T during(Terminal terminal, Hub hub, String route, Supplier<T> work) {
        Watch watch = of(terminal, hub, route);
        try {
            return work.get();
        } finally {
            watch.close();
        }
    }

    private void look() {
        Optional<Run> run = hub.runs().running(route);
        if (run.isEmpty()) {
            return;
        }
        Counts counts = run.get().counts();
        long done = Math.max(counts.read(), counts.sent());
        if (terminal.interactive()) {
            terminal.progress(route + ": read " + counts.read() + ", stored " + counts.stored()
                    + (counts.planned() > 0 ? ", sent " + counts.sent() + " of " + counts.planned() : ""));
        } else if (done >= nextLine) {
            terminal.say(route + ": read " + counts.read() + ", sent " + counts.sent());
            nextLine = done + done / 2;
        }
    }

    private void close() {
        clock.shutdownNow();
        terminal.progressDone();
    }
}
