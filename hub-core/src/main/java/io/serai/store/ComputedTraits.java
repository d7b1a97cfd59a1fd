package io.serai.store;

import io.serai.profile.TimelineEntry;
import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Computed traits as they are at a moment, and whose stored ones may be out of date by then: everybody's when the definitions
 * have changed since they were stored, else those of people with entries that left a window since.
 */
final class ComputedTraits {

    /** A page that was being ingested while traits were refreshed may have been computed a little earlier. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private final Connection connection;
    private final TraitCalculator calculator;
    private final Instant now;
    /** Null until somebody asks. */
    private Boolean changed;

    private long[] crossed;

    ComputedTraits(Connection connection, TraitCalculator calculator, Instant now) {
        this.connection = connection;
        this.calculator = calculator;
        this.now = now;
    }

    /** Whether the definitions are others than those whose values are stored. */
    boolean changed() throws SQLException {
        if (changed == null) {
            changed = !calculator.definitions().isEmpty()
                    && !Optional.of(Long.toString(calculator.version())).equals(meta(connection, "computed_version"));
        }
        return changed;
    }

    /** Whether a stored value of this trait may be out of date. */
    boolean mayBeStale(String trait) throws SQLException {
        // Asked of every block: a loop takes a tenth of what a stream does in a process that has just begun.
        for (TraitDefinition definition : calculator.definitions()) {
            if (definition.name().equals(trait)) {
                return definition.within().isPresent() || changed();
            }
        }
        return false;
    }

    /** Who of these people may have stored values that are out of date. */
    long[] staleAmong(ProfileSet people) throws SQLException {
        LongStream rows = LongStream.range(0, people.size()).map(row -> people.id((int) row));
        if (changed()) {
            return rows.toArray();
        }
        long[] stale = crossed();
        return rows.filter(id -> Arrays.binarySearch(stale, id) >= 0).toArray();
    }

    /** People with entries that left a window since the traits were refreshed, sorted. */
    long[] crossed() throws SQLException {
        if (crossed == null) {
            LongStream all = LongStream.empty();
            Instant last = meta(connection, "computed_at")
                    .map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
                    .orElse(now);
            for (TraitDefinition definition : calculator.moving()) {
                var crossing = TraitCalculator.crossing(definition, last.minus(MARGIN), now);
                all = LongStream.concat(all, Arrays.stream(crossed(crossing.orElseThrow())));
            }
            crossed = all.sorted().distinct().toArray();
        }
        return crossed;
    }

    private long[] crossed(TraitCalculator.Crossing crossing) throws SQLException {
        return ProfileSet.ids(
                connection,
                "SELECT DISTINCT s.profile_id FROM timeline t JOIN signature s ON s.id = t.signature_id"
                        + " JOIN profile p ON p.id = s.profile_id AND p.live = 1 AND p.merged_into IS NULL"
                        + " WHERE t.name_id = (SELECT id FROM event_name WHERE name = ?) AND t.time >= ? AND t.time < ?",
                crossing.event(),
                crossing.from().toEpochMilli(),
                crossing.to().toEpochMilli());
    }

    /** The computed traits of people now, in the order of the block. */
    List<Map<String, Object>> values(ProfileSet people) throws SQLException {
        Map<Boolean, List<TraitDefinition>> engine =
                calculator.definitions().stream().collect(Collectors.partitioningBy(EngineTraits::can));
        List<Map<String, Object>> traits = entryByEntry(people, new TraitCalculator(engine.get(false)));
        Set<Integer> rest = new EngineTraits(connection, engine.get(true), now).into(people, traits);
        if (!rest.isEmpty()) {
            ProfileSet others =
                    new ProfileSet(rest.stream().mapToLong(people::id).toArray());
            List<Map<String, Object>> values = entryByEntry(others, calculator);
            for (int row = 0; row < others.size(); row++) {
                traits.set(people.row(others.id(row)), values.get(row));
            }
        }
        return traits;
    }

    private List<Map<String, Object>> entryByEntry(ProfileSet people, TraitCalculator calculator) throws SQLException {
        List<List<TimelineEntry>> entries = Stream.generate(() -> (List<TimelineEntry>) new ArrayList<TimelineEntry>())
                .limit(people.size())
                .toList();
        TimelineRows timeline = new TimelineRows(connection, people);
        for (String event : calculator.events()) {
            timeline.each(event, Long.MIN_VALUE, calculator.properties(), (row, time, properties) -> entries.get(row)
                    .add(new TimelineEntry(event, time, properties)));
        }
        return entries.stream()
                .map(one -> calculator.calculate(one, now))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static Optional<String> meta(Connection connection, String key) throws SQLException {
        return Meta.of(connection, key);
    }
}
