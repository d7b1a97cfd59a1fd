package io.serai.camel;

import io.serai.record.StreamName;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.Cursor;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.serai.spi.Page;
import io.serai.spi.Sink;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accounts that are lists in memory: what is added to {@link #changes} is read page by page, what is pushed is in {@link #held}. */
final class ListedStreams implements Streams, Source, Sink {

    final List<Change> changes = new ArrayList<>();
    final Map<String, Map<String, Object>> held = new TreeMap<>();
    int pageSize = 3;
    int batches;
    /** The connection that takes nothing; null for none. */
    String refuses;

    volatile Runnable beforePage = () -> {};
    /** Called when somebody asks where to push to. */
    volatile Runnable beforePush = () -> {};

    ListedStreams add(String key, Object... fields) {
        changes.add(new Change.Upsert(key, TestHome.record(fields)));
        return this;
    }

    @Override
    public Stream stream(StreamName name) {
        return new Stream(
                name.stream(),
                Stream.Kind.PERSON,
                List.of(),
                key(name),
                Optional.of(Stream.ReadMode.INCREMENTAL),
                EnumSet.of(Op.INSERT, Op.UPDATE, Op.UPSERT, Op.DELETE),
                Optional.of("email"),
                100,
                Optional.empty());
    }

    @Override
    public List<String> key(StreamName name) {
        return name.stream().equals("customers") ? List.of("id") : List.of();
    }

    @Override
    public Source source(StreamName name) {
        return this;
    }

    @Override
    public Sink sink(StreamName name) {
        beforePush.run();
        return name.connection().equals(refuses) ? new Refusing() : this;
    }

    /** It takes nothing. */
    private final class Refusing implements Sink {

        @Override
        public void check() {}

        @Override
        public List<Stream> streams() {
            return List.of();
        }

        @Override
        public List<Outcome> write(Stream stream, List<Mutation> batch) {
            throw new ConnectorException(ConnectorException.Kind.CONFIG, "it is closed");
        }
    }

    @Override
    public Page read(Stream stream, Cursor after) {
        beforePage.run();
        int from = after.isStart() ? 0 : Integer.parseInt(after.value());
        int to = Math.min(changes.size(), from + pageSize);
        return new Page(changes.subList(from, to), new Cursor(String.valueOf(to)), to == changes.size());
    }

    @Override
    public List<Outcome> write(Stream stream, List<Mutation> batch) {
        batches++;
        List<Outcome> outcomes = new ArrayList<>();
        for (Mutation mutation : batch) {
            if (mutation.op() == Op.DELETE) {
                held.remove(mutation.match());
            } else {
                held.put(mutation.match(), mutation.fields());
            }
            outcomes.add(new Outcome.Written(mutation.id(), null));
        }
        return outcomes;
    }

    @Override
    public void check() {}

    @Override
    public List<Stream> streams() {
        return List.of();
    }

    @Override
    public void close() {}
}
