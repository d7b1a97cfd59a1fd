package io.serai.connectors.jdbc;

import io.serai.connectors.jdbc.Relation.Column;
import io.serai.connectors.jdbc.TableCursor.Phase;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Reads one page of a table or query. A pass begins a little before the highest change that the last one saw: a transaction
 * that dated its rows earlier and committed them later is not lost, and rows that are known cost a comparison.
 */
final class TablePages {

    private static final int ROWS = 5000;
    private static final long CHARACTERS = 32L << 20;

    private final TableStream stream;
    private final Relation relation;
    private final Dialect dialect;
    private final Values values;
    private final OffsetDateTime now;
    private final Column[] columns;
    private final int changedAt;
    private final int[] keys;
    private final List<Change> changes = new ArrayList<>();
    private long characters;

    TablePages(TableStream stream, Relation relation, Dialect dialect, Clock clock) {
        this.stream = stream;
        this.relation = relation;
        this.dialect = dialect;
        this.values = new Values(dialect);
        this.now = OffsetDateTime.now(clock);
        this.columns = relation.columns().toArray(Column[]::new);
        this.changedAt = relation.changedAt() == null ? -1 : relation.columns().indexOf(relation.changedAt());
        this.keys = relation.keys().stream()
                .mapToInt(key -> relation.columns().indexOf(key))
                .toArray();
    }

    Page read(Connection connection, Cursor after) throws SQLException {
        TableCursor cursor = TableCursor.of(after);
        while (true) {
            int before = changes.size();
            int limit = ROWS - before;
            TableCursor next = read(connection, cursor, limit);
            boolean exhausted = next.phase() == Phase.KEYLESS || changes.size() - before < limit && !heavy();
            if (exhausted && next.phase() == Phase.CHANGED) {
                return new Page(changes, next.following(stream.overlap()).cursor(), true);
            }
            cursor = exhausted ? next.enter(following(next.phase())) : next;
            if (changes.size() >= ROWS || heavy()) {
                return new Page(changes, cursor.cursor(), false);
            }
        }
    }

    private Phase following(Phase phase) {
        return phase == Phase.KEYLESS && relation.changedAt() != null ? Phase.UNCHANGED : Phase.CHANGED;
    }

    private boolean heavy() {
        return characters > CHARACTERS;
    }

    private TableCursor read(Connection connection, TableCursor cursor, int limit) throws SQLException {
        boolean changed = cursor.phase() == Phase.CHANGED && relation.changedAt() != null;
        List<Object> times = new ArrayList<>();
        Object[] last = null;
        try (PreparedStatement statement =
                        PageQuery.of(dialect, relation, cursor, limit).prepare(connection, dialect);
                ResultSet rows = statement.executeQuery()) {
            while (!heavy() && rows.next()) {
                if (cursor.phase() == Phase.KEYLESS) {
                    changes.add(keyless());
                    continue;
                }
                last = new Object[columns.length];
                changes.add(change(rows, last));
                if (changed && last[changedAt] != null) {
                    times.add(last[changedAt]);
                }
            }
        }
        return last == null
                ? cursor
                : new TableCursor(cursor.phase(), position(last, changed), cursor.from(), reached(times, cursor));
    }

    private List<Position> position(Object[] row, boolean changed) {
        List<Position> position = new ArrayList<>();
        if (changed && row[changedAt] == null) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    stream.title() + ": a value of the column \"" + columns[changedAt].name()
                            + "\" cannot be read, so reading cannot go on behind it");
        }
        if (changed) {
            position.add(Position.of(row[changedAt]));
        }
        for (int key : keys) {
            if (row[key] == null) {
                throw new ConnectorException(
                        Kind.CONFIG,
                        stream.title() + ": a value of the key column \"" + columns[key].name()
                                + "\" cannot be read, so reading cannot go on behind it");
            }
            position.add(Position.of(row[key]));
        }
        return position;
    }

    private Position reached(List<Object> times, TableCursor cursor) {
        for (int i = times.size() - 1; i >= 0; i--) {
            Position time = Position.of(times.get(i));
            if (time.happened(now)) {
                return time;
            }
        }
        return cursor.reached();
    }

    private Change change(ResultSet rows, Object[] raw) throws SQLException {
        Map<String, Object> record = new LinkedHashMap<>(columns.length * 2);
        String flaw = null;
        for (int i = 0; i < columns.length; i++) {
            try {
                raw[i] = values.raw(rows, i + 1, columns[i]);
                Object value = values.json(raw[i], columns[i]);
                characters += value instanceof String text ? text.length() : 8;
                record.put(columns[i].name(), value);
            } catch (DateTimeException | ArithmeticException e) {
                flaw = columns[i].name();
            } catch (SQLException e) {
                if (!Failure.ofRow(e)) {
                    throw e;
                }
                flaw = columns[i].name();
            }
        }
        String key = key(record);
        if (flaw != null) {
            return new Change.Unreadable(
                    key == null ? stream.name() : key, "the value of column \"" + flaw + "\" cannot be read", "");
        }
        return key == null ? keyless() : new Change.Upsert(key, record);
    }

    private Change keyless() {
        return new Change.Unreadable(
                stream.name() + ":" + (changes.size() + 1),
                "the key column \"" + String.join("\", \"", stream.keys()) + "\" of this row is empty",
                "");
    }

    private String key(Map<String, Object> record) {
        if (relation.keys().size() == 1) {
            return Values.keyText(record.get(relation.keys().get(0).name()));
        }
        StringJoiner key = new StringJoiner("|");
        for (Column column : relation.keys()) {
            String text = Values.keyText(record.get(column.name()));
            if (text == null) {
                return null;
            }
            key.add(text.replace("\\", "\\\\").replace("|", "\\|"));
        }
        return key.toString();
    }
}
