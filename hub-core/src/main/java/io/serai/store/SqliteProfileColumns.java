package io.serai.store;

import io.serai.profile.Households;
import io.serai.profile.ProfileId;
import io.serai.segment.Column;
import io.serai.segment.EventQuery;
import io.serai.segment.ProfileColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Columns of a block of people, out of their rows; computed traits that time has made stale are computed again. */
final class SqliteProfileColumns implements ProfileColumns {

    private final Connection connection;
    private final ProfileSet people;
    private final ComputedTraits computed;
    private final TimelineRows timeline;
    private final Map<String, Column> columns = new HashMap<>();
    private String[] texts;
    private ProfileSet stale;
    private List<Map<String, Object>> fresh;

    SqliteProfileColumns(Connection connection, ProfileSet people, ComputedTraits computed) {
        this.connection = connection;
        this.people = people;
        this.computed = computed;
        this.timeline = new TimelineRows(connection, people);
    }

    @Override
    public int size() {
        return people.size();
    }

    @Override
    public long profileId(int row) {
        return people.id(row);
    }

    @Override
    public BitSet people() {
        BitSet all = new BitSet(people.size());
        all.set(0, people.size());
        return all;
    }

    @Override
    public long last() {
        return people.id(people.size() - 1);
    }

    /** Sets the values of those of these people who are in a block, in its column; its rows are profile numbers from the first. */
    void into(Column column, String name, long first) {
        Column values = people.size() == 0 ? column : trait(name);
        int from = people.row(first);
        for (int row = from < 0 ? -from - 1 : from;
                row < people.size() && people.id(row) < first + column.size();
                row++) {
            column.set((int) (people.id(row) - first), values.value(row));
        }
    }

    @Override
    public Column trait(String name) {
        return columns.computeIfAbsent(name, this::load);
    }

    private Column load(String name) {
        try {
            return switch (name) {
                case "profile_id" -> numbers();
                case "created_at" -> created();
                case Households.ID -> households("'H' || household_id");
                case Households.SIZE -> households("size");
                default -> stored(name);
            };
        } catch (SQLException e) {
            throw StoreException.of("read the trait \"" + name + "\"", e);
        }
    }

    private Column numbers() {
        Column column = new Column(people.size());
        for (int row = 0; row < people.size(); row++) {
            column.set(row, ProfileId.text(people.id(row)));
        }
        return column;
    }

    private Column created() throws SQLException {
        return asked(
                "SELECT id, created FROM profile WHERE " + people.condition("id"),
                value -> Instant.ofEpochMilli(((Number) value).longValue()).toString());
    }

    private Column households(String value) throws SQLException {
        String sql = "SELECT profile_id, " + value + " FROM household WHERE household_id > 0 AND ";
        return asked(sql + people.condition("profile_id"), UnaryOperator.identity());
    }

    private Column asked(String sql, UnaryOperator<Object> reading) throws SQLException {
        Column column = new Column(people.size());
        Sql.each(
                connection,
                profile -> {
                    int row = people.row(profile.getLong(1));
                    if (row >= 0) {
                        column.set(row, reading.apply(profile.getObject(2)));
                    }
                },
                sql,
                people.after());
        return column;
    }

    private Column stored(String name) throws SQLException {
        Column column = new Column(people.size());
        fill(column, Names.of(connection, "trait_name").known(name));
        if (computed.mayBeStale(name)) {
            computeAgain(name, column);
        }
        return column;
    }

    private void fill(Column column, long trait) throws SQLException {
        if (trait < 0) {
            return;
        }
        if (texts == null) {
            texts = new TraitTable(connection).texts(people);
        }
        for (int row = 0; row < texts.length; row++) {
            if (texts[row] != null) {
                column.set(row, TraitText.value(texts[row], trait));
            }
        }
    }

    private void computeAgain(String name, Column column) throws SQLException {
        if (stale == null) {
            stale = new ProfileSet(computed.staleAmong(people));
            fresh = computed.values(stale);
        }
        for (int i = 0; i < stale.size(); i++) {
            column.set(people.row(stale.id(i)), fresh.get(i).get(name));
        }
    }

    @Override
    public int[] events(EventQuery query) {
        long from = query.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
        try {
            if (query.properties().isEmpty()) {
                return timeline.counts(query.event(), from);
            }
            int[] counts = new int[people.size()];
            timeline.each(query.event(), from, query.properties(), (row, time, properties) -> {
                if (query.where().test(properties)) {
                    counts[row]++;
                }
            });
            return counts;
        } catch (SQLException e) {
            throw StoreException.of("read the timeline of \"" + query.event() + "\"", e);
        }
    }
}
