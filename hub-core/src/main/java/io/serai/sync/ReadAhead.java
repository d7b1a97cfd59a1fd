package io.serai.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that is read while something else is done. For one thread, which begins and takes in turn. */
public final class ReadAhead<T> implements AutoCloseable {

    private CompletableFuture<T> reading = CompletableFuture.completedFuture(null);

    /** Begins to read, on another thread. */
    public void begin(Supplier<T> what) {
        reading = CompletableFuture.supplyAsync(what);
    }

    /** Whether {@link #take} would not wait. */
    public boolean isDone() {
        return reading.isDone();
    }

    /** What was read, or what stood in the way. */
    public T take() {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** When this returns, nobody reads any more. */
    @Override
    public void close() {
        reading.handle((read, failure) -> null).join();
    }
}
