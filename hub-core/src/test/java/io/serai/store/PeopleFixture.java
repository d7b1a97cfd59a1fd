package io.serai.store;

import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import io.serai.segment.Rule;
import io.serai.segment.Segment;
import io.serai.segment.Segments;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real store whose rows a test writes itself, and a clock that it moves. */
final class PeopleFixture implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    final SqliteDatabase database;
    final MovableClock clock = new MovableClock();
    private long nextRecord = 1;

    PeopleFixture(Path file) {
        database = SqliteDatabase.openForWriting(file, "test");
    }

    /** A clock that stands still until it is moved. */
    static final class MovableClock extends Clock {
        private Instant now = START;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    void person(long id, Map<String, Object> traits) {
        update("INSERT INTO profile (id, created, version, live) VALUES (?, ?, 0, 1)", id, START.toEpochMilli());
        update(
                "INSERT INTO signature (id, hash, hash2, records, profile_id, feed_id, changed) VALUES (?, 0, 0, 1, ?, 1, 0)",
                id,
                id);
        traits.forEach((name, value) -> trait(id, name, value));
        touch(id);
    }

    /** Null removes it. */
    void trait(long id, String name, Object value) {
        Map<String, Object> wanted = value == null ? Map.of() : Map.of(name, value);
        database.write(connection -> new TraitTable(connection).replace(Map.of(id, wanted), name::equals));
        touch(id);
    }

    /** @return the number of its record */
    long order(long person, Instant time, Double total, String store, String properties) {
        update("INSERT INTO event_name (name) VALUES ('order') ON CONFLICT DO NOTHING");
        update(
                "INSERT INTO timeline SELECT ?, ?, id, ?, ?, 'GBP', ?, ? FROM event_name WHERE name = 'order'",
                nextRecord,
                person,
                time.toEpochMilli(),
                total,
                store,
                properties);
        touch(person);
        return nextRecord++;
    }

    void merge(long from, long into) {
        update("UPDATE profile SET merged_into = ?, live = 0 WHERE id = ?", into, from);
        update("UPDATE signature SET profile_id = ? WHERE profile_id = ?", into, from);
        touch(from);
        touch(into);
    }

    void leaveStore(long id) {
        update("UPDATE profile SET live = 0 WHERE id = ?", id);
        touch(id);
    }

    void touch(long id) {
        database.write(connection -> Sql.update(
                connection, "UPDATE profile SET version = ? WHERE id = ?", StoreVersion.next(connection), id));
    }

    void update(String sql, Object... parameters) {
        database.write(connection -> Sql.update(connection, sql, parameters));
    }

    long number(String sql, Object... parameters) {
        return database.read(connection -> Sql.number(connection, sql, parameters));
    }

    Segments segments(List<TraitDefinition> traits, Segment... segments) {
        return segments(database, traits, segments);
    }

    Segments segments(SqliteDatabase store, List<TraitDefinition> traits, Segment... segments) {
        return new Segments(
                List.of(segments),
                traits,
                ZoneOffset.UTC,
                clock,
                new SqliteSegments(store, new TraitCalculator(traits)));
    }

    SqliteTraitRefresh traits(TraitDefinition... definitions) {
        return new SqliteTraitRefresh(database, new TraitCalculator(List.of(definitions)), clock);
    }

    Object value(long person, String trait) {
        return database.read(connection -> new TraitTable(connection)
                .load(List.of(person))
                .getOrDefault(person, Map.of())
                .get(trait));
    }

    static Segment segment(String name, Rule where) {
        return new Segment(name, name, where, 1);
    }

    static Segment onePer(String name, String trait, Rule where) {
        return new Segment(name, name, where, Optional.of(trait), 1);
    }

    static TraitDefinition count(String name, Duration within, long version) {
        return new TraitDefinition(
                name,
                TraitDefinition.Function.COUNT,
                "order",
                Optional.empty(),
                Optional.ofNullable(within),
                Optional.empty(),
                Map.of(),
                version);
    }

    static TraitDefinition sum(String name) {
        return new TraitDefinition(
                name,
                TraitDefinition.Function.SUM,
                "order",
                Optional.of("total"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                1);
    }

    @Override
    public void close() {
        database.close();
    }
}
