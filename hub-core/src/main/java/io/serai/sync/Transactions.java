package io.serai.sync;

import java.util.function.Supplier;

/** The store's transactions. */
public interface Transactions {

    /** Runs work in one transaction: all it writes is kept, or nothing when it throws. Joins a transaction around it. */
    <T> T inOne(Supplier<T> work);

    /** As {@link #inOne}, and what was written outlives the machine's power when this returns. */
    <T> T lasting(Supplier<T> work);

    /** As {@link #inOne}, for work that changes much of the store: other works that wait go first. */
    <T> T large(Supplier<T> work);

    /** Whether this thread is inside one of them. */
    boolean underway();

    /** As {@link #lasting}, without a result. */
    default void lasting(Runnable work) {
        this.<Void>lasting(() -> {
            work.run();
            return null;
        });
    }

    /** As {@link #inOne}, without a result. */
    default void inOne(Runnable work) {
        this.<Void>inOne(() -> {
            work.run();
            return null;
        });
    }
}
