package io.serai.profile;

/**
 * How much the store holds.
 *
 * @param records live records of every kind
 * @param aboutPeople those of them that say something about a person themselves, not about an order or event
 * @param people how many people these are about
 */
public record Census(long records, long aboutPeople, long people) {}
