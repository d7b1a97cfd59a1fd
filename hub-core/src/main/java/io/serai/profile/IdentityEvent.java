package io.serai.profile;

import java.time.Instant;

/**
 * Something that became of profiles.
 *
 * @param id its number: what happened later has a higher one
 * @param at when
 * @param kind {@code merge} ({@code profile} is {@code other}'s now), {@code split} ({@code other} left {@code profile}),
 *     {@code alias} (the alias {@code profile} leads to {@code other} instead) or {@code restored} ({@code profile} is itself
 *     again, and was {@code other}'s)
 * @param profile the profile's number
 * @param other the other profile's number; 0 for none
 * @param why a sentence
 */
public record IdentityEvent(long id, Instant at, String kind, long profile, long other, String why) {}
