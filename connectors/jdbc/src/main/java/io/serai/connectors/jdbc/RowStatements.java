package io.serai.connectors.jdbc;

import io.serai.connectors.jdbc.Relation.Column;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that write rows of one table, in JDBC batches. */
final class RowStatements implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;
    private final TableStream stream;
    private final Relation relation;
    private final Column key;
    private final Parameters parameters;
    private final ColumnArrays arrays;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();

    RowStatements(Connection connection, Dialect dialect, TableStream stream, Relation relation) {
        this.connection = connection;
        this.dialect = dialect;
        this.stream = stream;
        this.relation = relation;
        this.key = relation.keys().get(0);
        this.parameters = new Parameters(dialect);
        this.arrays = new ColumnArrays(connection, dialect, relation.sql(), key, parameters);
    }

    /** The columns that a mutation sets, without the key. */
    List<Column> columns(Mutation mutation) {
        return mutation.fields().keySet().stream()
                .map(name -> relation.column(stream, name))
                .filter(column -> !column.equals(key))
                .toList();
    }

    List<Outcome> write(Op op, List<Column> columns, List<Mutation> rows) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>();
        List<Mutation> missing = new ArrayList<>();
        switch (op) {
            case DELETE -> {
                batch(delete(), rows, (statement, row) -> bindKey(statement, 1, row));
                rows.forEach(row -> outcomes.add(written(row)));
            }
            case UPDATE -> {
                update(columns, rows, outcomes, missing);
                missing.forEach(row -> outcomes.add(
                        new Outcome.Rejected(row.id(), "the table has no row with this \"" + key.name() + "\"")));
            }
            case UPSERT -> upsert(columns, arrays.upsert(columns, rows, outcomes), outcomes);
            case INSERT -> insertNew(columns, arrays.insert(columns, rows, outcomes), outcomes);
            default -> throw new IllegalArgumentException("a table cannot " + op);
        }
        return outcomes;
    }

    private void upsert(List<Column> columns, List<Mutation> rows, List<Outcome> outcomes) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Set<Mutation> absent = knownKeys().absent(rows);
        insert(columns, rows.stream().filter(absent::contains).toList(), outcomes);
        List<Mutation> missing = new ArrayList<>();
        update(columns, rows.stream().filter(row -> !absent.contains(row)).toList(), outcomes, missing);
        insert(columns, missing, outcomes);
    }

    private KnownKeys knownKeys() {
        return new KnownKeys(
                connection,
                relation.sql(),
                quoted(key),
                (statement, index, row) -> parameters.bind(statement, index, key, row.match()));
    }

    private void update(List<Column> columns, List<Mutation> rows, List<Outcome> outcomes, List<Mutation> missing)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        int[] counts = batch(update(columns), rows, (statement, row) -> {
            int index = bind(statement, columns, row);
            bindKey(statement, index, row);
        });
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0 || counts[i] < 0 && !exists(rows.get(i))) {
                missing.add(rows.get(i));
            } else {
                outcomes.add(written(rows.get(i)));
            }
        }
    }

    /** Rows that are there already, by an earlier attempt whose answer was lost, are told from rows of somebody else. */
    private void insertNew(List<Column> columns, List<Mutation> rows, List<Outcome> outcomes) throws SQLException {
        List<Mutation> fresh = new ArrayList<>();
        Set<Mutation> absent = knownKeys().absent(rows);
        for (Mutation row : rows) {
            if (absent.contains(row) || !exists(row)) {
                fresh.add(row);
            } else if (holds(columns, row)) {
                outcomes.add(written(row));
            } else {
                outcomes.add(
                        new Outcome.Rejected(row.id(), "the table has a row with this \"" + key.name() + "\" already"));
            }
        }
        insert(columns, fresh, outcomes);
    }

    private void insert(List<Column> columns, List<Mutation> rows, List<Outcome> outcomes) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        batch(insert(columns), rows, (statement, row) -> {
            int index = bind(statement, columns, row);
            bindKey(statement, index, row);
        });
        rows.forEach(row -> outcomes.add(written(row)));
    }

    private boolean exists(Mutation row) throws SQLException {
        PreparedStatement statement = prepare("SELECT 1 FROM " + relation.sql() + " WHERE " + quoted(key) + " = ?");
        bindKey(statement, 1, row);
        try (ResultSet found = statement.executeQuery()) {
            return found.next();
        }
    }

    /** Whether the table holds exactly what the mutation wants. */
    boolean holds(List<Column> columns, Mutation row) throws SQLException {
        String names = columns.isEmpty()
                ? quoted(key)
                : columns.stream().map(this::quoted).collect(Collectors.joining(", "));
        PreparedStatement statement =
                prepare("SELECT " + names + " FROM " + relation.sql() + " WHERE " + quoted(key) + " = ?");
        bindKey(statement, 1, row);
        Values values = new Values(dialect);
        try (ResultSet found = statement.executeQuery()) {
            if (!found.next()) {
                return false;
            }
            for (int i = 0; i < columns.size(); i++) {
                Object held = values.json(values.raw(found, i + 1, columns.get(i)), columns.get(i));
                if (!parameters.same(held, value(row, columns.get(i)))) {
                    return false;
                }
            }
            return true;
        }
    }

    private int bind(PreparedStatement statement, List<Column> columns, Mutation row) throws SQLException {
        int index = 1;
        for (Column column : columns) {
            parameters.bind(statement, index++, column, value(row, column));
        }
        return index;
    }

    private void bindKey(PreparedStatement statement, int index, Mutation row) throws SQLException {
        parameters.bind(statement, index, key, row.match());
    }

    static Object value(Mutation row, Column column) {
        Object exact = row.fields().get(column.name());
        if (exact != null || row.fields().containsKey(column.name())) {
            return exact;
        }
        return row.fields().entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(column.name()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private int[] batch(String sql, List<Mutation> rows, Binding binding) throws SQLException {
        PreparedStatement statement = prepare(sql);
        statement.clearBatch();
        for (Mutation row : rows) {
            binding.bind(statement, row);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    /** Binds one row. */
    private interface Binding {
        void bind(PreparedStatement statement, Mutation row) throws SQLException;
    }

    private String delete() {
        return "DELETE FROM " + relation.sql() + " WHERE " + quoted(key) + " = ?";
    }

    private String update(List<Column> columns) {
        String sets = columns.isEmpty()
                ? quoted(key) + " = " + quoted(key)
                : columns.stream().map(column -> quoted(column) + " = ?").collect(Collectors.joining(", "));
        return "UPDATE " + relation.sql() + " SET " + sets + " WHERE " + quoted(key) + " = ?";
    }

    private String insert(List<Column> columns) {
        List<Column> all = new ArrayList<>(columns);
        all.add(key);
        return "INSERT INTO " + relation.sql() + " ("
                + all.stream().map(this::quoted).collect(Collectors.joining(", ")) + ") VALUES ("
                + String.join(", ", Collections.nCopies(all.size(), "?")) + ")";
    }

    private String quoted(Column column) {
        return dialect.quote(column.name());
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    static Outcome written(Mutation row) {
        return new Outcome.Written(row.id(), null);
    }

    /** After a refusal: PostgreSQL's driver would go on with the types of the row that was refused. */
    void forget() throws SQLException {
        close();
        prepared.clear();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
