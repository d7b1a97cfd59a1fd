package io.serai.segment;

import java.time.Instant;

/**
 * A membership brought up to date.
 *
 * @param at when; who entered at this evaluation has this time, to the millisecond
 * @param entered how many entered
 * @param left how many left
 * @param evaluated how many people were looked at
 */
public record Refreshed(Instant at, long entered, long left, long evaluated) {}
