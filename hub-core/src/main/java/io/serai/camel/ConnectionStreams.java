package io.serai.camel;

import io.serai.connector.Connections;
import io.serai.record.StreamName;
import io.serai.spi.Connector;
import io.serai.spi.ConnectorException;
import io.serai.spi.Sink;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.util.List;

/** The streams of a home's connections. */
public record ConnectionStreams(Connections connections) implements Streams {

    @Override
    public Stream stream(StreamName name) {
        return connections.stream(name.connection(), name.stream());
    }

    @Override
    public List<String> key(StreamName name) {
        if (!connections.names().contains(name.connection())) {
            return List.of();
        }
        return connections.connector(name.connection()).streams().stream()
                .filter(stream -> stream.name().equals(name.stream()))
                .findFirst()
                .map(Stream::key)
                .orElse(List.of());
    }

    @Override
    public Source source(StreamName name) {
        Connector connector = connections.connector(name.connection());
        if (connector instanceof Source source) {
            return source;
        }
        throw new ConnectorException(
                ConnectorException.Kind.CONFIG,
                "The connection \"" + name.connection() + "\" can only be written; push to \"" + name + "\" instead.");
    }

    @Override
    public Sink sink(StreamName name) {
        Connector connector = connections.connector(name.connection());
        if (connector instanceof Sink sink) {
            return sink;
        }
        throw new ConnectorException(
                ConnectorException.Kind.CONFIG,
                "The connection \"" + name.connection() + "\" can only be read; pull \"" + name + "\" instead.");
    }
}
