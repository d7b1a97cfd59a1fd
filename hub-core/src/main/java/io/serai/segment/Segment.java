package io.serai.segment;

/**
 * A named rule that people are in or out of: a file of {@code config/segments}.
 *
 * @param name the file's name, by which everything refers to it
 * @param title what people call it
 * @param where who is in
 * @param version changes whenever the file's meaning does
 */
public record Segment(String name, String title, Rule where, long version) {}
