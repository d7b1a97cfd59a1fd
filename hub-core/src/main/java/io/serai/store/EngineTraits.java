package io.serai.store;

import io.serai.profile.Amount;
import io.serai.profile.TimelineEntry;
import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computed traits of which the engine makes a row a person instead of one an order. Counts, sums and extremes of totals and times
 * without conditions it adds up itself; for others that look at times and stores alone it lines these up in one text.
 *
 * <p>Of people whose totals it cannot add exactly, with more decimals or very large ones, nothing is said here: they are to be computed
 * entry by entry.
 */
final class EngineTraits {

    private static final Set<String> LINED_UP = Set.of("time", "store");
    private static final char ENTRY = 30;
    private static final char STORE = 31;

    private static final String LINE =
            "group_concat(t.time || CASE WHEN t.store IS NULL THEN '' ELSE char(31) || t.store END, char(30))";

    private static final String NOT_IN_LINE = "ifnull(max(instr(t.store, char(30)) + instr(t.store, char(31))), 0)";

    /** What is asked of the entries of one name. */
    private record Asked(String event, List<TraitDefinition> added, TraitCalculator linedUp) {

        Asked(String event, List<TraitDefinition> definitions) {
            this(
                    event,
                    definitions.stream().filter(AddedUp::is).toList(),
                    new TraitCalculator(
                            definitions.stream().filter(one -> !AddedUp.is(one)).toList()));
        }

        boolean isLinedUp() {
            return !linedUp.definitions().isEmpty();
        }
    }

    private final Connection connection;
    private final List<Asked> events;
    private final Instant now;

    /** @param definitions all of which {@link #can} */
    EngineTraits(Connection connection, List<TraitDefinition> definitions, Instant now) {
        this.connection = connection;
        this.now = now;
        events = definitions.stream()
                .map(TraitDefinition::event)
                .distinct()
                .map(event -> new Asked(
                        event,
                        definitions.stream()
                                .filter(one -> one.event().equals(event))
                                .toList()))
                .toList();
    }

    /** Whether the engine can do most of it. */
    static boolean can(TraitDefinition definition) {
        return AddedUp.is(definition) || LINED_UP.containsAll(new TraitCalculator(List.of(definition)).properties());
    }

    /**
     * Puts the traits of people that have any into theirs.
     *
     * @param traits in the order of the people
     * @return the rows of the people of whom nothing is said, sorted
     */
    Set<Integer> into(ProfileSet people, List<Map<String, Object>> traits) throws SQLException {
        Set<Integer> inexact = new TreeSet<>();
        for (Asked asked : events) {
            Sql.each(
                    connection,
                    person -> {
                        int row = people.row(person.getLong(1));
                        if (row >= 0 && person.getLong(2) > 0) {
                            inexact.add(row);
                        } else if (row >= 0) {
                            put(traits.get(row), asked, person);
                        }
                    },
                    sql(asked, people),
                    people.after(asked.event()));
        }
        return inexact;
    }

    private String sql(Asked asked, ProfileSet people) {
        StringBuilder sql = new StringBuilder("SELECT s.profile_id, ").append(AddedUp.inexact(asked.added()));
        sql.append(asked.isLinedUp() ? " OR " + NOT_IN_LINE + ", " + LINE : ", NULL");
        for (TraitDefinition definition : asked.added()) {
            sql.append(", ").append(AddedUp.value(definition, now));
        }
        return sql.append(TimelineRows.ENTRIES)
                .append(" WHERE t.name_id = (SELECT id FROM event_name WHERE name = ?) AND ")
                .append(people.condition("s.profile_id"))
                .append(" GROUP BY s.profile_id")
                .toString();
    }

    private void put(Map<String, Object> traits, Asked asked, ResultSet person) throws SQLException {
        for (int i = 0; i < asked.added().size(); i++) {
            put(traits, asked.added().get(i), person, i + 4);
        }
        if (asked.isLinedUp()) {
            traits.putAll(asked.linedUp().calculate(entries(asked.event(), person.getString(3)), now));
        }
    }

    private static List<TimelineEntry> entries(String event, String line) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (int from = 0; from < line.length(); ) {
            int end = line.indexOf(ENTRY, from);
            end = end < 0 ? line.length() : end;
            int store = line.indexOf(STORE, from);
            boolean has = store >= 0 && store < end;
            long time = Long.parseLong(line, from, has ? store : end, 10);
            Map<String, Object> properties = has ? Map.of("store", line.substring(store + 1, end)) : Map.of();
            entries.add(new TimelineEntry(event, Instant.ofEpochMilli(time), properties));
            from = end + 1;
        }
        return entries;
    }

    private static void put(Map<String, Object> traits, TraitDefinition definition, ResultSet person, int column)
            throws SQLException {
        switch (definition.function()) {
            case COUNT -> {
                if (person.getLong(column) > 0) {
                    traits.put(definition.name(), person.getLong(column));
                }
            }
            case SUM -> {
                double hundredths = person.getDouble(column);
                if (!person.wasNull()) {
                    traits.put(definition.name(), Amount.plain(BigDecimal.valueOf((long) hundredths, 2)));
                }
            }
            default -> {
                Object value = person.getObject(column);
                if (value != null) {
                    traits.put(definition.name(), extreme(definition, (Number) value));
                }
            }
        }
    }

    private static Object extreme(TraitDefinition definition, Number value) {
        return definition.field().orElse("").equals("time")
                ? Instant.ofEpochMilli(value.longValue()).toString()
                : Amount.plain(Amount.of(value.doubleValue()));
    }
}
