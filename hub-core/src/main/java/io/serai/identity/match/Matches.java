package io.serai.identity.match;

/**
 * Who is who among the records of a sample.
 *
 * @param people of each record in the order of adding, the number of its person, from 0 in that order
 * @param candidates all pairs that were weighed and reached the floor, by the numbers of adding
 */
public record Matches(int[] people, Candidates candidates) {}
