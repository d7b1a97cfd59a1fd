package io.serai.segment;

import java.time.Instant;

/**
 * A person in a segment, or one who left it.
 *
 * @param profileId the profile's number
 * @param at when the person entered, or left; null for one whom no kept evaluation has seen enter yet
 */
public record Member(long profileId, Instant at) {}
