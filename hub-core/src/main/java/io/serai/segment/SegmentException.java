package io.serai.segment;

import java.util.Collection;

/** A segment cannot be evaluated. The message is a sentence for whoever wrote it. */
public final class SegmentException extends RuntimeException {

    public SegmentException(String message) {
        super(message);
    }

    static SegmentException cycle(String segment, Collection<String> way) {
        return new SegmentException("The segment \"" + segment + "\" refers to itself, by way of "
                + String.join(", ", way) + ". Take one of the references out.");
    }
}
