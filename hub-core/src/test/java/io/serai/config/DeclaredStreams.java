package io.serai.config;

import io.serai.spi.Op;
import io.serai.spi.Stream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Three connectors whose streams are what their settings say; one stream in three words: {@code key}, {@code read}, {@code can}. */
final class DeclaredStreams implements ConnectorCatalog {

    @Override
    public Set<String> connectors() {
        return Set.of("files", "jdbc", "mailer");
    }

    @Override
    public List<Complaint> check(ConnectionSettings connection) {
        return connection.settings().keySet().stream()
                .filter(key -> !Set.of("uri", "url", "token", "streams").contains(key))
                .map(key -> new Complaint(key, "The setting \"" + key + "\" is not known.", ""))
                .toList();
    }

    @Override
    public Set<String> secrets(String connector) {
        return Set.of("token");
    }

    @Override
    public Optional<List<Stream>> streams(ConnectionSettings connection) {
        if (!(connection.settings().get("streams") instanceof Map<?, ?> streams)) {
            return Optional.empty();
        }
        return Optional.of(streams.entrySet().stream()
                .map(entry -> stream((String) entry.getKey(), (Map<?, ?>) entry.getValue()))
                .toList());
    }

    private static Stream stream(String name, Map<?, ?> declared) {
        boolean destination = declared.containsKey("file") || declared.containsKey("list");
        Set<Op> operations = declared.containsKey("file")
                ? Set.of(Op.INSERT, Op.UPDATE, Op.UPSERT, Op.DELETE)
                : destination ? Set.of(Op.UPSERT, Op.UNTAG, Op.ARCHIVE) : Set.of();
        return new Stream(
                name,
                Stream.Kind.OTHER,
                List.of(),
                List.of(declared.get("key").toString()),
                destination ? Optional.empty() : Optional.of(Stream.ReadMode.INCREMENTAL),
                operations,
                destination ? Optional.of(declared.get("key").toString()) : Optional.empty(),
                100,
                Optional.empty());
    }
}
