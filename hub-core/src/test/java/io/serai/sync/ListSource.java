package io.serai.sync;

import io.serai.record.SourceRecord;
import io.serai.spi.Change;
import io.serai.spi.Cursor;
import io.serai.spi.Page;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A source over a list: its cursor is the number of the next change, and a first letter that says which list is meant. */
final class ListSource implements Source {

    final List<Change> changes = new ArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    Stream.ReadMode mode = Stream.ReadMode.INCREMENTAL;
    int pageSize = 2;
    Consumer<Cursor> before = cursor -> {};

    ListSource with(SourceRecord... records) {
        for (SourceRecord record : records) {
            changes.add(new Change.Upsert(record.key(), record.fields()));
        }
        return this;
    }

    @Override
    public void check() {}

    @Override
    public List<Stream> streams() {
        return List.of(new Stream(
                "contacts",
                Stream.Kind.PERSON,
                List.of(),
                List.of("id"),
                Optional.ofNullable(mode),
                Set.of(),
                Optional.empty(),
                1,
                Optional.empty()));
    }

    @Override
    public Page read(Stream stream, Cursor after) {
        calls.add(after.value());
        before.accept(after);
        int from = after.isStart() ? 0 : Integer.parseInt(after.value());
        int to = Math.min(changes.size(), from + pageSize);
        return new Page(changes.subList(from, to), new Cursor(String.valueOf(to)), to == changes.size());
    }
}
