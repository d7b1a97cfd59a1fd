package io.serai.spi;

/**
 * What a mutation asks of a destination.
 *
 * @since 1.0
 */
public enum Op {
    /** Create; reject when it exists. */
    INSERT,
    /** Change what exists; reject when it does not. */
    UPDATE,
    /** Create or change. */
    UPSERT,
    /** Remove what the hub added. */
    DELETE,
    /** Put out of use without removing. */
    ARCHIVE,
    /** Take the tag in {@code fields["tag"]} off, leaving the rest as it is. */
    UNTAG
}
