package io.serai.connectors.jdbc;

import io.serai.connectors.jdbc.Relation.Column;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one batch in one transaction, rows of the same shape together. When the database refuses a group its halves
 * are written by themselves, each behind a savepoint, until the bad rows stand alone: they are found and the good ones stay.
 *
 * <p>An upsert is an update and, where it met no row, an insert: that works without a unique index on the match column, and
 * never changes another row because of another unique column, as MySQL's own upsert would.
 */
final class BatchWriter {

    private final Connection connection;
    private final RowStatements statements;
    private final List<Outcome> outcomes = new ArrayList<>();

    BatchWriter(Connection connection, Dialect dialect, TableStream stream, Relation relation) {
        this.connection = connection;
        this.statements = new RowStatements(connection, dialect, stream, relation);
    }

    List<Outcome> write(List<Mutation> batch) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (List<Mutation> group : groups(batch)) {
                write(group.get(0).op(), statements.columns(group.get(0)), group);
            }
            connection.commit();
            return outcomes;
        } catch (SQLException e) {
            connection.rollback();
            if (!Failure.ofRow(e)) {
                throw e;
            }
            return oneByOne(batch);
        } catch (RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            statements.close();
        }
    }

    /** Neighbours with the same operation and the same fields. Order is kept: a row may occur twice. */
    private static List<List<Mutation>> groups(List<Mutation> batch) {
        List<List<Mutation>> groups = new ArrayList<>();
        Mutation before = null;
        for (Mutation mutation : batch) {
            if (before == null
                    || before.op() != mutation.op()
                    || !List.copyOf(before.fields().keySet())
                            .equals(List.copyOf(mutation.fields().keySet()))) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(mutation);
            before = mutation;
        }
        return groups;
    }

    private void write(Op op, List<Column> columns, List<Mutation> group) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            List<Outcome> found = statements.write(op, columns, group);
            release(before);
            outcomes.addAll(found);
        } catch (SQLException e) {
            if (!Failure.ofRow(e)) {
                throw e;
            }
            connection.rollback(before);
            statements.forget();
            if (group.size() == 1) {
                outcomes.add(refused(op, columns, group.get(0), e));
            } else {
                int half = group.size() / 2;
                write(op, columns, group.subList(0, half));
                write(op, columns, group.subList(half, group.size()));
            }
        }
    }

    private Outcome refused(Op op, List<Column> columns, Mutation mutation, SQLException e) throws SQLException {
        if (op == Op.INSERT && Failure.ofConstraint(e) && statements.holds(columns, mutation)) {
            return new Outcome.Written(mutation.id(), null);
        }
        return new Outcome.Rejected(mutation.id(), Failure.words(e));
    }

    private void release(Savepoint savepoint) throws SQLException {
        connection.releaseSavepoint(savepoint);
    }

    /** For constraints that are only looked at when a transaction ends. */
    private List<Outcome> oneByOne(List<Mutation> batch) throws SQLException {
        List<Outcome> found = new ArrayList<>();
        for (Mutation mutation : batch) {
            outcomes.clear();
            try {
                write(mutation.op(), statements.columns(mutation), List.of(mutation));
                connection.commit();
                found.addAll(outcomes);
            } catch (SQLException e) {
                connection.rollback();
                if (!Failure.ofRow(e)) {
                    throw e;
                }
                found.add(new Outcome.Rejected(mutation.id(), Failure.words(e)));
            }
        }
        return found;
    }
}
