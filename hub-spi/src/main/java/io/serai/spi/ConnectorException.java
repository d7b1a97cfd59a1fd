package io.serai.spi;

import java.time.Duration;

/**
 * A failure that the hub knows how to treat. Anything else thrown by a connector is a bug of the connector and is reported
 * as one. Messages name the thing, say what is wrong and what to do, and contain no secret and no personal data.
 *
 * @since 1.0
 */
public final class ConnectorException extends RuntimeException {

    /** What the hub does about it. */
    public enum Kind {
        /** The connection's settings are wrong: stops the run, a person must act. */
        CONFIG,
        /** Too many requests: wait for {@link #retryAfter()}. */
        RATE_LIMITED,
        /** May pass by itself: the run is tried again later. */
        TRANSIENT,
        /** The cursor is not understood any more: the pull starts over. */
        CURSOR_LOST
    }

    private final Kind kind;
    private final Duration retryAfter;

    public ConnectorException(Kind kind, String message) {
        this(kind, message, null, null);
    }

    public ConnectorException(Kind kind, String message, Throwable cause) {
        this(kind, message, null, cause);
    }

    public ConnectorException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long to wait; null when the system did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
