package io.serai.identity;

/**
 * Why two signatures are one person.
 *
 * @param left a signature's number
 * @param right another's
 * @param identifier the value that they share; null when a person joined them
 */
public record Link(long left, long right, Identifier identifier) {}
