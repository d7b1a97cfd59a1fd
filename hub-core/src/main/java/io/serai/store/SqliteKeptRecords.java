package io.serai.store;

import io.serai.profile.KeptRecords;
import io.serai.record.Mapped;
import io.serai.record.Mapper;
import io.serai.record.Mapping;
import io.serai.record.MappingException;
import io.serai.record.Payload;
import io.serai.record.SourceRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Kept records in SQLite. Reads every payload, so not for hot paths. */
public final class SqliteKeptRecords implements KeptRecords {

    private static final String ONE = "SELECT key, payload FROM record WHERE feed_id = ? AND deleted = 0 ";

    private final SqliteDatabase database;
    private final Map<String, Mapping> mappings;
    private final ZoneId zone;

    /**
     * @param mappings all inbound mappings
     * @param zone the hub's timezone
     */
    public SqliteKeptRecords(SqliteDatabase database, Collection<Mapping> mappings, ZoneId zone) {
        this.database = database;
        this.mappings = mappings.stream().collect(Collectors.toUnmodifiableMap(Mapping::name, Function.identity()));
        this.zone = zone;
    }

    @Override
    public void each(Reader reader) {
        database.read(connection -> {
            for (FeedTable.Feed feed : FeedTable.all(connection)) {
                Mapping mapping = mappings.get(feed.mapping());
                if (mapping != null && mapping.target() != Mapping.Target.PRODUCT) {
                    each(connection, feed.id(), mapping, reader);
                }
            }
            return null;
        });
    }

    private void each(Connection connection, long feed, Mapping mapping, Reader reader) throws SQLException {
        boolean toProfile = mapping.target() == Mapping.Target.PROFILE;
        Mapper mapper = new Mapper(mapping, zone);
        Sql.each(
                connection,
                row -> {
                    try {
                        Mapped mapped = mapper.map(Payload.fields(row.getString(1)));
                        reader.record(
                                mapping.name(),
                                row.getLong(2),
                                toProfile ? mapped.fields() : mapped.person(),
                                toProfile);
                    } catch (MappingException refused) {
                        // A record that today's mapping refuses says nothing of anybody.
                    }
                },
                """
                SELECT r.payload, coalesce(s.profile_id, 0) FROM record r
                JOIN record_state rs ON rs.record_id = r.id LEFT JOIN signature s ON s.id = rs.signature_id
                WHERE r.feed_id = ? AND r.deleted = 0 ORDER BY r.id""",
                feed);
    }

    @Override
    public Optional<SourceRecord> one(String mapping, Optional<String> key) {
        return database.read(connection -> {
            for (FeedTable.Feed feed : FeedTable.all(connection)) {
                if (feed.mapping().equals(mapping)) {
                    return key.isPresent()
                            ? Sql.first(
                                    connection, SqliteKeptRecords::record, ONE + "AND key = ?", feed.id(), key.get())
                            : Sql.first(connection, SqliteKeptRecords::record, ONE + "ORDER BY id LIMIT 1", feed.id());
                }
            }
            return Optional.<SourceRecord>empty();
        });
    }

    private static SourceRecord record(ResultSet row) throws SQLException {
        return new SourceRecord(row.getString(1), Payload.fields(row.getString(2)), false);
    }
}
