package io.serai.connectors.jdbc;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a stream reads or writes, as the database knows it.
 *
 * @param sql the table's quoted name, or the query in brackets
 * @param columns in the table's order
 * @param keys the key columns
 * @param changedAt the cursor column; null when there is none
 */
record Relation(String sql, List<Column> columns, List<Column> keys, Column changedAt) {

    /**
     * One column.
     *
     * @param name as the database writes it
     * @param type of {@link java.sql.Types}
     * @param typeName the database's own, lower case
     */
    record Column(String name, int type, String typeName) {}

    static Relation of(Connection connection, Dialect dialect, TableStream stream) throws SQLException {
        String sql = stream.query() != null
                ? "(" + stream.query() + "\n) " + dialect.quote("q")
                : tableName(connection, dialect, stream);
        List<Column> columns = columns(connection, sql);
        List<Column> keys = new ArrayList<>();
        for (String key : stream.keys()) {
            keys.add(column(stream, columns, key));
        }
        Column changedAt = stream.changedAt() == null ? null : column(stream, columns, stream.changedAt());
        return new Relation(sql, columns, List.copyOf(keys), changedAt);
    }

    /** The column of that name, in any case. */
    Column column(TableStream stream, String name) {
        return column(stream, columns, name);
    }

    private static Column column(TableStream stream, List<Column> columns, String name) {
        Column insensitive = null;
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
            if (column.name().equalsIgnoreCase(name)) {
                insensitive = column;
            }
        }
        if (insensitive == null) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    stream.title() + " has no column \"" + name + "\""
                            + Nearest.advice(
                                    name, columns.stream().map(Column::name).toList()));
        }
        return insensitive;
    }

    private static List<Column> columns(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + sql + " WHERE 1 = 0");
                ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData data = rows.getMetaData();
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                String typeName = String.valueOf(data.getColumnTypeName(i)).toLowerCase(java.util.Locale.ROOT);
                columns.add(new Column(data.getColumnLabel(i), data.getColumnType(i), typeName));
            }
            return List.copyOf(columns);
        }
    }

    private static String tableName(Connection connection, Dialect dialect, TableStream stream) throws SQLException {
        String[] parts = stream.table().split("\\.");
        String name = parts[parts.length - 1];
        String schema = parts.length > 1 ? parts[parts.length - 2] : null;
        Map<String, String> found = tables(connection, dialect, schema);
        String exact = found.containsValue(name) ? name : found.get(name);
        if (exact == null) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    "stream \"" + stream.name() + "\": there is no table \"" + stream.table() + "\""
                            + Nearest.advice(name, found.values()));
        }
        return schema == null ? dialect.quote(exact) : dialect.quote(schema) + "." + dialect.quote(exact);
    }

    /** Tables and views by name in any case. */
    private static Map<String, String> tables(Connection connection, Dialect dialect, String schema)
            throws SQLException {
        Map<String, String> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        DatabaseMetaData data = connection.getMetaData();
        String catalog = dialect.isMysql() && schema != null ? schema : connection.getCatalog();
        String space = dialect.isMysql() || dialect == Dialect.SQLITE
                ? null
                : schema == null ? connection.getSchema() : schema;
        try (ResultSet rows = data.getTables(catalog, space, "%", null)) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString("TABLE_TYPE"));
                if (type.contains("TABLE") || type.contains("VIEW")) {
                    tables.put(rows.getString("TABLE_NAME"), rows.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }
}
