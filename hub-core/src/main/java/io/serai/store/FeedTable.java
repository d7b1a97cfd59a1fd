package io.serai.store;

import io.serai.record.Mapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a mapping makes of a stream. */
final class FeedTable {

    /**
     * One feed.
     *
     * @param version of the mapping that its records were last read with
     */
    record Feed(long id, String connection, String stream, String mapping, String target, long version) {

        /** Whether its records are people, and not orders, events or products. */
        boolean isOfPeople() {
            return target.equals(Mapping.Target.PROFILE.name());
        }
    }

    private static final String TABLE = "feed";

    private FeedTable() {}

    static Optional<Feed> find(Connection connection, Mapping mapping) throws SQLException {
        return all(connection).stream()
                .filter(feed -> feed.mapping().equals(mapping.name())
                        && feed.stream().equals(mapping.from().stream())
                        && feed.connection().equals(mapping.from().connection()))
                .findFirst();
    }

    static List<Feed> all(Connection connection) throws SQLException {
        return PreparedStatements.remembered(
                connection,
                TABLE,
                () -> Sql.list(
                        connection,
                        FeedTable::read,
                        "SELECT id, connection, stream, mapping, target, mapping_version FROM feed ORDER BY id"));
    }

    static Map<Long, Feed> byId(Connection connection) throws SQLException {
        return all(connection).stream().collect(Collectors.toMap(Feed::id, Function.identity()));
    }

    static Feed add(Connection connection, Mapping mapping) throws SQLException {
        long id = Sql.number(connection, "SELECT coalesce(max(id), 0) + 1 FROM feed");
        Sql.update(
                connection,
                "INSERT INTO feed (id, connection, stream, mapping, target, mapping_version) VALUES (?, ?, ?, ?, ?, ?)",
                id,
                mapping.from().connection(),
                mapping.from().stream(),
                mapping.name(),
                mapping.target().name(),
                mapping.version());
        PreparedStatements.forget(connection, TABLE);
        return find(connection, mapping).orElseThrow();
    }

    static void saveVersion(Connection connection, long feed, Mapping mapping) throws SQLException {
        Sql.update(
                connection,
                "UPDATE feed SET mapping_version = ?, target = ? WHERE id = ?",
                mapping.version(),
                mapping.target().name(),
                feed);
        PreparedStatements.forget(connection, TABLE);
    }

    /** Makes its records be read again as soon as there is a mapping for them. */
    static void forgetVersion(Connection connection, long feed) throws SQLException {
        Sql.update(connection, "UPDATE feed SET mapping_version = 0 WHERE id = ?", feed);
        PreparedStatements.forget(connection, TABLE);
    }

    private static Feed read(java.sql.ResultSet row) throws SQLException {
        return new Feed(
                row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getLong(6));
    }
}
