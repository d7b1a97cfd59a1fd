package io.serai.sync;

/** A run that was not started; the message says why and what to do. */
public final class RunRefused extends RuntimeException {

    public RunRefused(String message) {
        super(message);
    }
}
