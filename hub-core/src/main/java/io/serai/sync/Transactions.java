package io.serai.sync;

import java.util.function.Supplier;

/** The store's transactions. */
public interface Transactions {

    /** Runs work in one transaction: all it writes is kept, or nothing when it throws. Joins a transaction around it. */
    <T> T inOne(Supplier<T> work);

    /** As {@link #inOne}, without a result. */
    default void inOne(Runnable work) {
        this.<Void>inOne(() -> {
            work.run();
            return null;
        });
    }
}
