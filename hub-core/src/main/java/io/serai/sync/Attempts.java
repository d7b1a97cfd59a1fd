package io.serai.sync;

import io.serai.spi.ConnectorException;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes a call again while its failure may pass and patience lasts. */
final class Attempts {

    private static final Duration SLICE = Duration.ofMillis(200);

    private final Patience patience;
    private final Run run;

    Attempts(Patience patience, Run run) {
        this.patience = patience;
        this.run = run;
    }

    /**
     * @return what the call gave; null when the run was cancelled while waiting
     * @throws ConnectorException the last failure
     */
    <T> T make(Supplier<T> call) {
        for (int tried = 1; ; tried++) {
            try {
                return call.get();
            } catch (ConnectorException e) {
                boolean mayPass = e.kind() == ConnectorException.Kind.TRANSIENT
                        || e.kind() == ConnectorException.Kind.RATE_LIMITED;
                Duration pause = patience.pause(tried, e.retryAfter());
                if (!mayPass || tried >= patience.tries() || pause.compareTo(patience.longest()) > 0) {
                    throw e;
                }
                if (!waited(pause)) {
                    return null;
                }
            }
        }
    }

    private boolean waited(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        while (!run.cancelled()) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return true;
            }
            try {
                Thread.sleep(Math.max(1, Math.min(SLICE.toMillis(), left / 1_000_000)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
