package io.serai.connectors.jdbc;

import io.serai.connectors.jdbc.JdbcSettings.StreamSettings;
import io.serai.spi.Change;
import io.serai.spi.ConnectorContext;
import io.serai.spi.Cursor;
import io.serai.spi.HttpDoor;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.serai.spi.Page;
import io.serai.spi.Stream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the hub lends to a jdbc connection, for tests. */
record JdbcHome(Path home) implements ConnectorContext {

    JdbcConnector open(String url, String stream, StreamSettings settings) {
        return open(url, null, null, stream, settings);
    }

    JdbcConnector open(String url, String user, String password, String stream, StreamSettings settings) {
        return JdbcConnector.open(new JdbcSettings(url, user, password, Map.of(stream, settings)), this);
    }

    static StreamSettings table(String table, String changedAt, String... key) {
        return new StreamSettings(table, null, List.of(key), changedAt, "0s", null, null);
    }

    static StreamSettings query(String query, String changedAt, String... key) {
        return new StreamSettings(null, query, List.of(key), changedAt, "0s", null, null);
    }

    /** A whole pass. */
    static Pass pass(JdbcConnector connector, Cursor from) {
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

        Map<String, Object> fields(String key) {
            return changes.stream()
                    .filter(Change.Upsert.class::isInstance)
                    .map(Change.Upsert.class::cast)
                    .filter(change -> change.key().equals(key))
                    .findFirst()
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

    /** The outcomes as words: {@code m1 written}, {@code m2 rejected: why}. */
    static List<String> write(JdbcConnector connector, Mutation... batch) {
        return connector.write(connector.streams().get(0), List.of(batch)).stream()
                .map(outcome -> outcome instanceof Outcome.Rejected rejected
                        ? rejected.id() + " rejected: " + rejected.why()
                        : outcome.id() + " written")
                .sorted()
                .toList();
    }

    @Override
    public String connection() {
        return "crm";
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public HttpDoor http() {
        throw new IllegalStateException("databases need no HTTP");
    }

    @Override
    public <T> T lend(Class<T> type) {
        throw new IllegalStateException("nothing is lent");
    }
}
