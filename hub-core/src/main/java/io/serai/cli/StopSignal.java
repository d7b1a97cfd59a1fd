package io.serai.cli;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C: opens a latch, and keeps the process alive until what was running has been closed. */
final class StopSignal implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /** Opens when the process is asked to stop. */
    CountDownLatch asked() {
        return asked;
    }

    /** Everything is closed; the process may end. */
    @Override
    public void close() {
        stopped.countDown();
    }
}
