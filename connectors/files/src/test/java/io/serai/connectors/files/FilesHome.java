package io.serai.connectors.files;

import io.serai.connectors.files.FilesSettings.StreamSettings;
import io.serai.spi.Change;
import io.serai.spi.ConnectorContext;
import io.serai.spi.Cursor;
import io.serai.spi.HttpDoor;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Page;
import io.serai.spi.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A home with a real Camel context and connections opened on it, for tests. */
final class FilesHome implements ConnectorContext, AutoCloseable {

    final Path home;
    private final CamelContext camel = new DefaultCamelContext();

    FilesHome(Path home) {
        this.home = home;
        camel.start();
    }

    FilesConnector open(String uri, String stream, StreamSettings settings) {
        return FilesConnector.open(new FilesSettings(uri, null, null, Map.of(stream, settings)), this);
    }

    static StreamSettings source(String pattern, String... key) {
        return new StreamSettings(pattern, null, List.of(key), null, null, null, null, null);
    }

    static StreamSettings destination(String file, String key) {
        return new StreamSettings(null, file, List.of(key), null, null, null, null, null);
    }

    Path file(String name, String text) {
        return file(name, text, StandardCharsets.UTF_8);
    }

    /** Writes a file that was last changed long ago. */
    Path file(String name, String text, Charset charset) {
        try {
            Path path = home.resolve(name);
            Files.createDirectories(path.getParent());
            Files.write(path, text.getBytes(charset));
            return changed(path, Instant.now().minusSeconds(3600));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path changed(Path path, Instant when) {
        try {
            return Files.setLastModifiedTime(path, FileTime.from(when));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole pass. */
    static Pass pass(FilesConnector connector, Cursor from) {
        Stream stream = connector.streams().get(0);
        List<Change> changes = new ArrayList<>();
        List<Cursor> cursors = new ArrayList<>();
        Page page = new Page(List.of(), from, false);
        while (!page.last()) {
            cursors.add(page.next());
            page = connector.read(stream, page.next());
            changes.addAll(page.changes());
        }
        return new Pass(changes, page.next(), cursors);
    }

    /** What a pass found, where it ended and where its pages began. */
    record Pass(List<Change> changes, Cursor end, List<Cursor> cursors) {

        List<String> keys() {
            return changes.stream().map(Change::key).toList();
        }

        List<String> unreadable() {
            return changes.stream()
                    .filter(Change.Unreadable.class::isInstance)
                    .map(Change.Unreadable.class::cast)
                    .map(change -> change.key() + ": " + change.reason())
                    .toList();
        }

        Map<String, Object> fields(String key) {
            return changes.stream()
                    .filter(Change.Upsert.class::isInstance)
                    .map(Change.Upsert.class::cast)
                    .filter(change -> change.key().equals(key))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .fields();
        }
    }

    static Mutation mutation(String id, Op op, String match, Object... fields) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put((String) fields[i], fields[i + 1]);
        }
        return new Mutation(id, op, match, null, map, Map.of());
    }

    @Override
    public String connection() {
        return "till";
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public HttpDoor http() {
        throw new IllegalStateException("files need no HTTP");
    }

    @Override
    public <T> T lend(Class<T> type) {
        return type.cast(camel);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
