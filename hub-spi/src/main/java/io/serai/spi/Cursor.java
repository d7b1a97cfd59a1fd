package io.serai.spi;

import java.util.Objects;

/**
 * How far a pull has come, in the connector's own words. The hub stores it and never reads it. It must not contain secrets.
 *
 * @param value the connector's text; empty at the beginning
 * @since 1.0
 */
public record Cursor(String value) {

    /** The beginning of a stream. */
    public static final Cursor START = new Cursor("");

    public Cursor {
        Objects.requireNonNull(value, "value");
    }

    /** Whether this is the beginning of the stream. */
    public boolean isStart() {
        return value.isEmpty();
    }
}
