package io.serai.connectors.jdbc;

import io.serai.connectors.jdbc.Relation.Column;
import io.serai.connectors.jdbc.TableCursor.Phase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SELECT of one page. Goes on behind the last row by comparing (cursor column, key) with it, never by counting rows, so
 * that a page costs the same at the end of a table as at its beginning and rows that come or go do not shift it.
 */
record PageQuery(String sql, List<Position> bound) {

    static PageQuery of(Dialect dialect, Relation relation, TableCursor cursor, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Position> bound = new ArrayList<>();
        List<String> order = new ArrayList<>();
        String keyless = relation.keys().stream()
                .map(key -> dialect.quote(key.name()) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        conditions.add(cursor.phase() == Phase.KEYLESS ? "(" + keyless + ")" : "NOT (" + keyless + ")");
        if (cursor.phase() != Phase.KEYLESS) {
            if (relation.changedAt() != null) {
                String changedAt = dialect.quote(relation.changedAt().name());
                if (cursor.phase() == Phase.UNCHANGED) {
                    conditions.add(changedAt + " IS NULL");
                } else {
                    order.add(changedAt);
                    begin(cursor, changedAt, conditions, bound);
                }
            }
            relation.keys().stream().map(Column::name).map(dialect::quote).forEach(order::add);
            if (cursor.after() != null) {
                conditions.add(behind(order, cursor.after(), 0, bound));
            }
        }
        String sql = "SELECT * FROM " + relation.sql() + " WHERE " + String.join(" AND ", conditions)
                + (order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order)) + dialect.firstRows(limit);
        return new PageQuery(sql, bound);
    }

    /** Lets an index on the cursor column find the page. */
    private static void begin(TableCursor cursor, String changedAt, List<String> conditions, List<Position> bound) {
        Position begin = cursor.after() == null ? cursor.from() : cursor.after().get(0);
        if (begin == null) {
            conditions.add(changedAt + " IS NOT NULL");
        } else {
            conditions.add(changedAt + " >= ?");
            bound.add(begin);
        }
    }

    private static String behind(List<String> order, List<Position> after, int index, List<Position> bound) {
        String column = order.get(index);
        bound.add(after.get(index));
        if (index == order.size() - 1) {
            return column + " > ?";
        }
        bound.add(after.get(index));
        return "(" + column + " > ? OR (" + column + " = ? AND " + behind(order, after, index + 1, bound) + "))";
    }

    PreparedStatement prepare(Connection connection, Dialect dialect) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setFetchSize(dialect.fetchSize());
            for (int i = 0; i < bound.size(); i++) {
                bound.get(i).bind(statement, i + 1, dialect);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
