package io.serai.connector;

import io.serai.spi.ConnectorException;
import io.serai.spi.Cursor;
import io.serai.spi.Mutation;
import io.serai.spi.Outcome;
import io.serai.spi.Page;
import io.serai.spi.Sink;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import io.serai.spi.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    public List<String> missing(Use use) {
        Needs needs = find(use.stream()).needs();
        List<List<String>> scopes = new ArrayList<>();
        if (use.read()) {
            scopes.add(needs.toRead());
        }
        if (use.written()) {
            scopes.add(needs.toWrite());
        }
        scopes.removeIf(List::isEmpty);
        List<String> missing = new ArrayList<>();
        definition.http().scopes().ifPresent(granted -> missing.addAll(missing(granted, scopes)));
        List<List<String>> fields =
                undeclared(use).stream().sorted().map(List::of).toList();
        needs.fields().ifPresent(known -> missing.addAll(missing(known, fields)));
        return missing;
    }

    private static Set<String> undeclared(Use use) {
        Set<String> fields = new HashSet<>(use.fields());
        use.stream().fields().forEach(field -> fields.remove(field.name()));
        use.stream().match().ifPresent(fields::remove);
        return fields;
    }

    /** @param wanted alternatives, of which the first is named when the inventory has none */
    private List<String> missing(Inventory inventory, List<List<String>> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        RequestTemplate request = inventory.request();
        Answer answer = exchange.send(request, exchange.url(request, exchange.settings()), exchange.settings(), true)
                .orThrow();
        Set<String> there = new HashSet<>(inventory.names().texts(answer.body()));
        return wanted.stream()
                .filter(names -> names.stream().noneMatch(there::contains))
                .map(names -> inventory.say().text(exchange.settings().with("missing", names.get(0))))
                .map(exchange::clean)
                .distinct()
                .toList();
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
