package io.serai.connectors.jdbc;

import io.serai.connectors.jdbc.Relation.Column;
import io.serai.connectors.jdbc.TableCursor.Phase;
import io.serai.spi.Change;
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
 * Reads one page of a table or query. A pass begins at the highest change that the last one saw, with everything of that
 * very value again: rows that were committed later with the same value are not lost, and those known cost a comparison.
 */
final class TablePages {

    private static final int ROWS = 5000;
    private static final long CHARACTERS = 32L << 20;

    private final TableStream stream;
    private final Relation relation;
    private final Dialect dialect;
    private final Values values;
    private final OffsetDateTime now;
    private final List<Change> changes = new ArrayList<>();
    private long characters;

    TablePages(TableStream stream, Relation relation, Dialect dialect, Clock clock) {
        this.stream = stream;
        this.relation = relation;
        this.dialect = dialect;
        this.values = new Values(dialect);
        this.now = OffsetDateTime.now(clock);
    }

    Page read(Connection connection, Cursor after) throws SQLException {
        TableCursor cursor = TableCursor.of(after);
        while (true) {
            int before = changes.size();
            int limit = ROWS - before;
            TableCursor next = read(connection, cursor, limit);
            boolean exhausted = next.phase() == Phase.KEYLESS || changes.size() - before < limit && !heavy();
            if (exhausted && next.phase() == Phase.CHANGED) {
                return new Page(changes, TableCursor.begin(next.reached()).cursor(), true);
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
        List<Position> last = cursor.after();
        Position reached = cursor.reached();
        try (PreparedStatement statement =
                        PageQuery.of(dialect, relation, cursor, limit).prepare(connection, dialect);
                ResultSet rows = statement.executeQuery()) {
            while (!heavy() && rows.next()) {
                if (cursor.phase() == Phase.KEYLESS) {
                    changes.add(keyless());
                    continue;
                }
                last = new ArrayList<>();
                if (cursor.phase() == Phase.CHANGED && relation.changedAt() != null) {
                    Position changed = position(rows, relation.changedAt());
                    last.add(changed);
                    reached = changed.happened(now) ? changed : reached;
                }
                for (Column key : relation.keys()) {
                    last.add(position(rows, key));
                }
                changes.add(change(rows));
            }
        }
        return new TableCursor(cursor.phase(), last, cursor.from(), reached);
    }

    private Position position(ResultSet rows, Column column) throws SQLException {
        return Position.of(values.raw(rows, relation.columns().indexOf(column) + 1, column));
    }

    private Change change(ResultSet rows) throws SQLException {
        Map<String, Object> record = new LinkedHashMap<>(relation.columns().size() * 2);
        String flaw = null;
        for (int i = 0; i < relation.columns().size(); i++) {
            Column column = relation.columns().get(i);
            try {
                Object value = values.json(values.raw(rows, i + 1, column), column);
                characters += value instanceof String text ? text.length() : 8;
                record.put(column.name(), value);
            } catch (DateTimeException | ArithmeticException e) {
                flaw = column.name();
            } catch (SQLException e) {
                if (!Failure.ofRow(e)) {
                    throw e;
                }
                flaw = column.name();
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
