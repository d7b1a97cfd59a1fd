package io.serai.store;

import io.serai.profile.TimelineEntry;
import io.serai.profile.TraitCalculator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Orders and events of people, one person after the other. */
final class Timelines {

    private final Connection connection;
    private final TraitCalculator calculator;
    private final Instant now;

    Timelines(Connection connection, TraitCalculator calculator, Instant now) {
        this.now = now;
        this.connection = connection;
        this.calculator = calculator;
    }

    /**
     * Computes the traits of some profiles; of those without entries nothing is said.
     *
     * @param profiles numbers, as the text of a JSON array
     */
    void compute(String profiles, BiConsumer<Long, Map<String, Object>> taker) throws SQLException {
        if (calculator.definitions().isEmpty()) {
            return;
        }
        Names names = Names.of(connection, "event_name");
        Set<Long> events = calculator.events().stream().map(names::known).collect(Collectors.toSet());
        boolean all = EntryProperties.areInJson(calculator.properties());
        List<TimelineEntry> entries = new ArrayList<>();
        long[] open = {0};
        Sql.each(
                connection,
                row -> {
                    if (row.getLong(1) != open[0] && !entries.isEmpty()) {
                        taker.accept(open[0], calculator.calculate(entries, now));
                        entries.clear();
                    }
                    open[0] = row.getLong(1);
                    if (events.contains(row.getLong(2))) {
                        entries.add(entry(row, names, all));
                    }
                },
                "SELECT p.value, t.name_id, t.time, " + EntryProperties.columns(calculator.properties())
                        + " FROM json_each(?) p CROSS JOIN signature s ON s.profile_id = p.value"
                        + " CROSS JOIN timeline t ON t.signature_id = s.id",
                profiles);
        if (!entries.isEmpty()) {
            taker.accept(open[0], calculator.calculate(entries, now));
        }
    }

    /** Reads columns 2 to 6, and 7 when it is there: name, time, total, currency, store, properties. */
    static TimelineEntry entry(ResultSet row, Names names, boolean all) throws SQLException {
        return new TimelineEntry(
                names.name(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3)), EntryProperties.read(row, 4, all));
    }
}
