package io.serai.connectors.jdbc;

import io.serai.spi.ConnectorContext;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Mutation;
import io.serai.spi.Outcome;
import io.serai.spi.Page;
import io.serai.spi.Sink;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import io.serai.spi.Use;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One database whose tables and queries are streams. */
final class JdbcConnector implements Source, Sink {

    private final Database database;
    private final Map<String, TableStream> streams;
    /** What tables were found to be when they were written last: to look again costs more than to write a batch. */
    private final Map<String, Relation> relations = new ConcurrentHashMap<>();

    private JdbcConnector(Database database, Map<String, TableStream> streams) {
        this.database = database;
        this.streams = streams;
    }

    static JdbcConnector open(JdbcSettings settings, ConnectorContext context) {
        if (settings.streams() == null || settings.streams().isEmpty()) {
            throw new ConnectorException(Kind.CONFIG, "\"streams\" is empty: name at least one stream");
        }
        Map<String, TableStream> streams = new LinkedHashMap<>();
        settings.streams().forEach((name, stream) -> streams.put(name, TableStream.of(name, stream)));
        return new JdbcConnector(Database.of(settings, context), streams);
    }

    @Override
    public void check() {
        use(connection -> {
            for (TableStream stream : streams.values()) {
                relation(connection, stream);
            }
            return null;
        });
    }

    @Override
    public List<String> missing(Use use) {
        TableStream table = streams.get(use.stream().name());
        return use(connection -> {
            List<String> columns = relation(connection, table).columns().stream()
                    .map(column -> column.name().toLowerCase(Locale.ROOT))
                    .toList();
            return use.fields().stream()
                    .filter(field -> !columns.contains(field.toLowerCase(Locale.ROOT)))
                    .sorted()
                    .map(field -> "There is no column \"" + field + "\" in " + table.title()
                            + ": add it there, or take it out of the mapping.")
                    .toList();
        });
    }

    @Override
    public List<Stream> streams() {
        return streams.values().stream().map(TableStream::stream).toList();
    }

    @Override
    public Page read(Stream stream, Cursor after) {
        TableStream table = streams.get(stream.name());
        return use(connection -> {
            connection.setAutoCommit(false);
            try {
                Relation relation = relation(connection, table);
                return new TablePages(table, relation, database.dialect(), Clock.systemUTC()).read(connection, after);
            } finally {
                connection.rollback();
            }
        });
    }

    @Override
    public List<Outcome> write(Stream stream, List<Mutation> batch) {
        TableStream table = streams.get(stream.name());
        Relation known = relations.get(stream.name());
        if (known != null) {
            try {
                return write(table, known, batch);
            } catch (ConnectorException e) {
                relations.remove(stream.name());
                if (e.kind() != Kind.CONFIG) {
                    throw e;
                }
                // Perhaps the table is not what it was: it is looked at again.
            }
        }
        return use(connection -> {
            Relation relation = relation(connection, table);
            relations.put(stream.name(), relation);
            return new BatchWriter(connection, database.dialect(), table, relation).write(batch);
        });
    }

    private List<Outcome> write(TableStream table, Relation relation, List<Mutation> batch) {
        return use(connection -> new BatchWriter(connection, database.dialect(), table, relation).write(batch));
    }

    private Relation relation(Connection connection, TableStream stream) throws SQLException {
        return Relation.of(connection, database.dialect(), stream);
    }

    private <T> T use(Work<T> work) {
        try (Connection connection = database.connect()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw Failure.of(e, database.name());
        }
    }

    /** What is done with a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        database.close();
    }
}
