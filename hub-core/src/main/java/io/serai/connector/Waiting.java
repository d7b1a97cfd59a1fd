package io.serai.connector;

import io.serai.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Time, and how it passes. */
interface Waiting {

    Instant now();

    /**
     * Lets time pass.
     *
     * @throws ConnectorException of kind {@code TRANSIENT} when the hub stops meanwhile
     */
    void pause(Duration time);

    /** The wall clock. Waits end early when the thread is interrupted or the hub is stopping. */
    static Waiting real(BooleanSupplier cancelled) {
        return new Waiting() {

            private static final long SLICE_MILLIS = 100;

            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void pause(Duration time) {
                long until = System.nanoTime() + time.toNanos();
                while (System.nanoTime() < until) {
                    if (cancelled.getAsBoolean()) {
                        throw stopped();
                    }
                    try {
                        Thread.sleep(Math.max(1, Math.min(SLICE_MILLIS, (until - System.nanoTime()) / 1_000_000)));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw stopped();
                    }
                }
            }

            private ConnectorException stopped() {
                return new ConnectorException(
                        ConnectorException.Kind.TRANSIENT, "The hub is stopping; the request was given up.");
            }
        };
    }
}
