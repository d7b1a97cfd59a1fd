package io.serai.identity.match;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Does chunks of work on several threads. What comes of a chunk must not depend on who did it and when. */
final class Parallel {

    /** A chunk of work. */
    interface Chunk {
        void run(int from, int to);
    }

    private Parallel() {}

    /** Covers 0 to size in chunks; returns when all are done, and throws what any of them threw. */
    static void run(int threads, int size, int chunk, Chunk work) {
        int chunks = (size + chunk - 1) / chunk;
        if (threads <= 1 || chunks <= 1) {
            if (size > 0) {
                work.run(0, size);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            try {
                for (int i = next.getAndIncrement(); i < chunks && failure.get() == null; i = next.getAndIncrement()) {
                    work.run(i * chunk, (int) Math.min(size, (i + 1L) * chunk));
                }
            } catch (RuntimeException | Error thrown) {
                failure.compareAndSet(null, thrown);
            }
        };
        await(start(Math.min(threads, chunks) - 1, worker), worker);
        Throwable thrown = failure.get();
        if (thrown != null) {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }

    private static Thread[] start(int count, Runnable worker) {
        Thread[] others = new Thread[count];
        for (int i = 0; i < count; i++) {
            others[i] = new Thread(worker, "matching-" + i);
            others[i].setDaemon(true);
            others[i].start();
        }
        return others;
    }

    private static void await(Thread[] others, Runnable worker) {
        worker.run();
        boolean interrupted = false;
        for (Thread other : others) {
            while (other.isAlive()) {
                try {
                    other.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
