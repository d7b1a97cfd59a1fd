package io.serai.profile;

/**
 * How much the store holds.
 *
 * @param records live records of every kind
 * @param aboutPeople those of them that say something about a person themselves, not about an order or event
 * @param people how many people these are about
 * @param households how many households have at least two people
 * @param together how many people live in those
 */
public record Census(long records, long aboutPeople, long people, long households, long together) {}
