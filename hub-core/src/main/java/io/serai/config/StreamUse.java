package io.serai.config;

import io.serai.record.StreamName;

/**
 * A stream that a file reads or writes.
 *
 * @param stream which
 * @param position where it is named
 * @param writes whether it is a destination
 */
record StreamUse(StreamName stream, Position position, boolean writes) {}
