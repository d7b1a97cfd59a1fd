package io.serai.connectors.jdbc;

import io.serai.connectors.jdbc.JdbcSettings.StreamSettings;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Op;
import io.serai.spi.Stream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stream's settings, checked.
 *
 * @param name the stream's
 * @param table null when a query is read
 * @param query without semicolon; null when a table is read
 * @param keys at least one column
 * @param changedAt null when everything is read and compared
 * @param overlap how far before the last change the next pass begins
 * @param operations what may be written
 * @param kind what the objects are
 */
record TableStream(
        String name,
        String table,
        String query,
        List<String> keys,
        String changedAt,
        Duration overlap,
        Set<Op> operations,
        Stream.Kind kind) {

    private static final Set<Op> WRITES = Set.of(Op.INSERT, Op.UPDATE, Op.UPSERT, Op.DELETE);
    private static final int BATCH = 5_000;
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    static TableStream of(String name, StreamSettings settings) {
        boolean table = filled(settings.table());
        if (table == filled(settings.query())) {
            throw wrong(name, table ? "has a \"table\" and a \"query\": keep one" : "needs a \"table\" or a \"query\"");
        }
        if (settings.key() == null
                || settings.key().isEmpty()
                || !settings.key().stream().allMatch(TableStream::filled)) {
            throw wrong(name, "has no \"key\": name the column that is unique");
        }
        return new TableStream(
                name,
                table ? settings.table().strip() : null,
                table ? null : settings.query().strip().replaceAll("[;\\s]+$", ""),
                List.copyOf(settings.key()),
                filled(settings.changedAt()) ? settings.changedAt() : null,
                overlap(name, settings.overlap()),
                table && settings.key().size() == 1 ? operations(name, settings.operations()) : Set.of(),
                kind(name, settings.kind()));
    }

    private static Duration overlap(String stream, String text) {
        if (!filled(text)) {
            return OVERLAP;
        }
        Matcher matcher = Pattern.compile("(\\d{1,6})(s|m|h|d)").matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong(stream, "has the overlap \"" + text + "\": use a duration such as 90s, 5m, 2h or 1d");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Set<Op> operations(String stream, List<String> names) {
        if (names == null) {
            return WRITES;
        }
        Set<Op> operations = EnumSet.noneOf(Op.class);
        for (String name : names) {
            operations.add(WRITES.stream()
                    .filter(op -> op.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            stream, "has the unknown operation \"" + name + "\": use insert, update, upsert, delete")));
        }
        return operations;
    }

    private static Stream.Kind kind(String stream, String name) {
        try {
            return filled(name) ? Stream.Kind.valueOf(name.toUpperCase(Locale.ROOT)) : Stream.Kind.OTHER;
        } catch (IllegalArgumentException e) {
            throw wrong(
                    stream,
                    "has the unknown kind \"" + name + "\": use person, order, product, event, membership or other");
        }
    }

    Stream stream() {
        return new Stream(
                name,
                kind,
                List.of(),
                keys,
                Optional.of(changedAt == null ? Stream.ReadMode.SNAPSHOT : Stream.ReadMode.INCREMENTAL),
                operations,
                operations.isEmpty() ? Optional.empty() : Optional.of(keys.get(0)),
                BATCH,
                Optional.empty());
    }

    /** For messages. */
    String title() {
        return table == null ? "the query of stream \"" + name + "\"" : "the table \"" + table + "\"";
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    private static ConnectorException wrong(String stream, String what) {
        return new ConnectorException(Kind.CONFIG, "stream \"" + stream + "\" " + what);
    }
}
