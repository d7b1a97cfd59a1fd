package io.serai.sync;

/** Moving data stopped; the message is a sentence for the person who can act, without secrets or personal data. */
public final class SyncException extends RuntimeException {

    public SyncException(String message) {
        super(message);
    }

    public SyncException(String message, Throwable cause) {
        super(message, cause);
    }
}
