package io.serai.identity;

/**
 * A record that says something else about who it is than before.
 *
 * @param record the record's number
 * @param from the signature that it had
 * @param to the signature that it has
 */
public record Move(long record, long from, long to) {}
