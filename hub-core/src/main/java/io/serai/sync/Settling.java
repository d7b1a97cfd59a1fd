package io.serai.sync;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes down what became of one batch while the next one is under way to the destination; never more than one behind. */
final class Settling implements AutoCloseable {

    private final ExecutorService thread;
    private Future<?> last;

    /** @param name of the destination, for the thread */
    Settling(String name) {
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "settling-" + name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Returns when everything before was written down. */
    void settle(Runnable work) {
        await();
        last = thread.submit(work);
    }

    /** Returns when everything was written down; throws what stood in the way. */
    void await() {
        if (last == null) {
            return;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    last.get();
                    return;
                } catch (InterruptedException e) {
                    // What the destination confirmed is written down first.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new CompletionException(e.getCause());
        } finally {
            last = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets what is under way end; to be called after {@link #await}. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
