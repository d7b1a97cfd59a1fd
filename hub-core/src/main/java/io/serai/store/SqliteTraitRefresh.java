package io.serai.store;

import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import io.serai.profile.TraitRefresh;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computed traits in SQLite, brought up to date in blocks of people. */
public final class SqliteTraitRefresh implements TraitRefresh {

    private static final int BLOCK = 8_192;

    private final SqliteDatabase database;
    private final TraitCalculator calculator;
    private final Clock clock;

    public SqliteTraitRefresh(SqliteDatabase database, TraitCalculator calculator, Clock clock) {
        this.database = database;
        this.calculator = calculator;
        this.clock = clock;
    }

    @Override
    public Outcome refresh() {
        return database.write(connection -> refresh(connection, new ChangedPeople()));
    }

    /** Whether the stored values are those of other definitions than today's. */
    boolean isRedefined(Connection connection) throws SQLException {
        return isRedefined(new ComputedTraits(connection, calculator, clock.instant()), names(connection));
    }

    private boolean isRedefined(ComputedTraits computed, Set<String> names) throws SQLException {
        return computed.changed() || names.size() > calculator.definitions().size();
    }

    /**
     * Computes everybody's traits again when a definition has changed.
     *
     * @param changed gets those with a different value now
     */
    void refreshIfRedefined(Connection connection, ChangedPeople changed) throws SQLException {
        if (isRedefined(connection)) {
            refresh(connection, changed);
        }
    }

    private Outcome refresh(Connection connection, ChangedPeople changed) throws SQLException {
        Instant now = clock.instant();
        ComputedTraits computed = new ComputedTraits(connection, calculator, now);
        Set<String> names = names(connection);
        Outcome outcome;
        if (isRedefined(computed, names)) {
            outcome = redefined(connection, names, now, changed);
        } else {
            TraitBlocks blocks = new TraitBlocks(connection, computed, names, changed);
            some(computed.crossed(), blocks);
            outcome = blocks.outcome();
        }
        remember(connection, now);
        return outcome;
    }

    private Outcome redefined(Connection connection, Set<String> names, Instant now, ChangedPeople changed)
            throws SQLException {
        List<TraitDefinition> others = new StoredDefinitions(connection).others(calculator);
        calculator.definitions().stream()
                .filter(one -> !others.contains(one))
                .map(TraitDefinition::name)
                .forEach(names::remove);
        ComputedTraits some = new ComputedTraits(connection, new TraitCalculator(others), now);
        TraitBlocks blocks = new TraitBlocks(connection, some, names, changed);
        if (EngineRefresh.can(others)) {
            return new EngineRefresh(connection, others, names, now, blocks, changed).everybody();
        }
        everybody(connection, blocks);
        return blocks.outcome();
    }

    private static void everybody(Connection connection, TraitBlocks blocks) throws SQLException {
        long[] people = people(connection, 0);
        while (people.length > 0) {
            blocks.refresh(new ProfileSet(people));
            people = people(connection, people[people.length - 1]);
        }
    }

    private static long[] people(Connection connection, long after) throws SQLException {
        return ProfileSet.ids(
                connection,
                "SELECT id FROM profile WHERE id > ? AND live = 1 AND merged_into IS NULL ORDER BY id LIMIT ?",
                after,
                BLOCK);
    }

    private static void some(long[] people, TraitBlocks blocks) throws SQLException {
        for (int start = 0; start < people.length; start += BLOCK) {
            blocks.refresh(new ProfileSet(Arrays.copyOfRange(people, start, Math.min(people.length, start + BLOCK))));
        }
    }

    /** Traits that are computed, or were until the definitions changed. */
    private Set<String> names(Connection connection) throws SQLException {
        Set<String> names = new LinkedHashSet<>(
                calculator.definitions().stream().map(TraitDefinition::name).toList());
        ComputedTraits.meta(connection, "computed_traits")
                .map(text -> Arrays.asList(text.split("\n")))
                .orElse(List.of())
                .stream()
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    private void remember(Connection connection, Instant now) throws SQLException {
        List<String> names =
                calculator.definitions().stream().map(TraitDefinition::name).toList();
        Map<String, String> values = Map.of(
                "computed_at",
                Long.toString(now.toEpochMilli()),
                "computed_version",
                Long.toString(calculator.version()),
                StoredDefinitions.KEY,
                StoredDefinitions.text(calculator),
                "computed_traits",
                String.join("\n", names));
        for (Map.Entry<String, String> one : values.entrySet()) {
            Meta.set(connection, one.getKey(), one.getValue());
        }
    }
}
