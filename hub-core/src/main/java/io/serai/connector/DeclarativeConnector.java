package io.serai.connector;

import io.serai.spi.ConnectorException;
import io.serai.spi.Cursor;
import io.serai.spi.Mutation;
import io.serai.spi.Outcome;
import io.serai.spi.Page;
import io.serai.spi.Sink;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.util.List;

/** An open account of a connector that is a {@code connector.yaml}. */
final class DeclarativeConnector implements Source, Sink {

    private final ConnectorDefinition definition;
    private final Exchange exchange;
    private final Waiting waiting;

    DeclarativeConnector(ConnectorDefinition definition, Exchange exchange, Waiting waiting) {
        this.definition = definition;
        this.exchange = exchange;
        this.waiting = waiting;
    }

    @Override
    public void check() {
        if (definition.http().check().isPresent()) {
            RequestTemplate request = definition.http().check().get();
            exchange.send(request, exchange.url(request, exchange.settings()), exchange.settings(), true)
                    .orThrow();
            return;
        }
        definition.streams().stream()
                .filter(stream -> stream.read().isPresent())
                .findFirst()
                .ifPresent(stream -> read(stream.stream(), Cursor.START));
    }

    @Override
    public List<Stream> streams() {
        return definition.streams().stream().map(StreamDefinition::stream).toList();
    }

    @Override
    public Page read(Stream stream, Cursor after) {
        ReadDefinition read = find(stream).read().orElseThrow(() -> refused(stream, "cannot be read"));
        return new PageReader(read, exchange, waiting).read(after);
    }

    @Override
    public List<Outcome> write(Stream stream, List<Mutation> batch) {
        for (Mutation mutation : batch) {
            if (!stream.operations().contains(mutation.op())) {
                throw refused(stream, "does not support " + mutation.op());
            }
        }
        return new BatchWriter(find(stream), exchange).write(batch);
    }

    private StreamDefinition find(Stream stream) {
        return definition.streams().stream()
                .filter(candidate -> candidate.stream().name().equals(stream.name()))
                .findFirst()
                .orElseThrow(() -> refused(stream, "does not exist"));
    }

    private ConnectorException refused(Stream stream, String why) {
        return new ConnectorException(
                ConnectorException.Kind.CONFIG,
                "The stream \"" + stream.name() + "\" of \"" + definition.info().name() + "\" " + why + ".");
    }
}
