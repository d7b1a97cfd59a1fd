package io.serai.segment;

/**
 * How many people two segments share.
 *
 * @param first members of the first
 * @param second members of the second
 * @param both members of both
 */
public record Overlap(long first, long second, long both) {}
