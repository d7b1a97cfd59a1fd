package io.serai.sync;

import io.serai.record.OutMapper;
import io.serai.record.OutMapping;
import io.serai.record.StreamName;
import io.serai.spi.Sink;
import io.serai.spi.Stream;

/**
 * Where a push goes and what it sends.
 *
 * @param name the destination's stream
 * @param sink the open connection
 * @param stream the destination's stream as the connector declares it
 * @param mapping how a profile becomes its object
 * @param mapper the same, ready to be used
 */
public record PushTarget(StreamName name, Sink sink, Stream stream, OutMapping mapping, OutMapper mapper) {}
