package io.serai.identity;

/**
 * A profile id that leads to another.
 *
 * @param profile the alias
 * @param survivor the profile that it leads to
 */
public record Merge(long profile, long survivor) {}
