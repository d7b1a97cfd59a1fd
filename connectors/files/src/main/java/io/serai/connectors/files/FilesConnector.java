package io.serai.connectors.files;

import io.serai.spi.ConnectorContext;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.serai.spi.Page;
import io.serai.spi.Source;
import io.serai.spi.StagedSink;
import io.serai.spi.Stream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One folder whose files are streams. */
final class FilesConnector implements Source, StagedSink {

    private static final int BATCH = 1000;

    private final Folder folder;
    private final Map<String, Layout> layouts;
    private final Clock clock;
    private final Map<String, Staging> stagings = new ConcurrentHashMap<>();

    private FilesConnector(Folder folder, Map<String, Layout> layouts, Clock clock) {
        this.folder = folder;
        this.layouts = layouts;
        this.clock = clock;
    }

    static FilesConnector open(FilesSettings settings, ConnectorContext context) {
        return open(settings, context, Clock.systemUTC());
    }

    static FilesConnector open(FilesSettings settings, ConnectorContext context, Clock clock) {
        if (settings.streams() == null || settings.streams().isEmpty()) {
            throw new ConnectorException(Kind.CONFIG, "\"streams\" is empty: name at least one stream");
        }
        Map<String, Layout> layouts = new LinkedHashMap<>();
        settings.streams().forEach((name, stream) -> layouts.put(name, Layout.of(name, stream)));
        return new FilesConnector(FolderUri.open(settings, context), layouts, clock);
    }

    @Override
    public void check() {
        boolean read = layouts.values().stream().anyMatch(layout -> !layout.written());
        boolean written = layouts.values().stream().anyMatch(Layout::written);
        folder.check(read, written);
    }

    @Override
    public List<Stream> streams() {
        return layouts.values().stream().map(FilesConnector::stream).toList();
    }

    private static Stream stream(Layout layout) {
        return new Stream(
                layout.stream(),
                layout.kind(),
                List.of(),
                layout.keys().fields(),
                layout.written() ? Optional.empty() : Optional.of(Stream.ReadMode.INCREMENTAL),
                layout.written() ? Set.of(Op.INSERT, Op.UPDATE, Op.UPSERT, Op.DELETE) : Set.of(),
                layout.written() ? Optional.of(layout.keys().fields().get(0)) : Optional.empty(),
                BATCH,
                Optional.empty());
    }

    @Override
    public Page read(Stream stream, Cursor after) {
        return new StreamPages(folder, layouts.get(stream.name()), clock).read(after);
    }

    @Override
    public List<Outcome> write(Stream stream, List<Mutation> batch) {
        Layout layout = layouts.get(stream.name());
        return stagings.computeIfAbsent(stream.name(), name -> Staging.begin(folder, layout))
                .write(batch);
    }

    @Override
    public void commit(Stream stream) {
        Staging staging = stagings.get(stream.name());
        if (staging != null) {
            staging.commit();
            rollback(stream);
        }
    }

    @Override
    public void rollback(Stream stream) {
        Staging staging = stagings.remove(stream.name());
        if (staging != null) {
            staging.close();
        }
    }

    @Override
    public void close() {
        stagings.values().forEach(Staging::close);
        stagings.clear();
        folder.close();
    }
}
