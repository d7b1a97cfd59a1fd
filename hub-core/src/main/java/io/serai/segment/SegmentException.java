package io.serai.segment;

/** A segment cannot be evaluated. The message is a sentence for whoever wrote it. */
public final class SegmentException extends RuntimeException {

    public SegmentException(String message) {
        super(message);
    }
}
