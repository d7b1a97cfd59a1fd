package io.serai.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.profile.TimelineEntry;
import io.serai.profile.TraitCalculator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Orders and events of people, one person after the other. */
final class Timelines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final TraitCalculator calculator;

    Timelines(Connection connection, TraitCalculator calculator) {
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
        Names names = new Names(connection, "event_name");
        Instant now = Instant.now();
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
                    entries.add(entry(row, names));
                },
                """
                SELECT p.value, t.name_id, t.time, t.total, t.currency, t.store, t.properties
                FROM json_each(?) p CROSS JOIN signature s ON s.profile_id = p.value
                CROSS JOIN timeline t ON t.signature_id = s.id""",
                profiles);
        if (!entries.isEmpty()) {
            taker.accept(open[0], calculator.calculate(entries, now));
        }
    }

    /** Reads columns 2 to 7: name, time, total, currency, store, properties. */
    static TimelineEntry entry(ResultSet row, Names names) throws SQLException {
        Map<String, Object> properties = new HashMap<>();
        double total = row.getDouble(4);
        if (!row.wasNull()) {
            properties.put("total", total);
        }
        putText(properties, "currency", row.getString(5));
        putText(properties, "store", row.getString(6));
        String rest = row.getString(7);
        if (rest != null) {
            try {
                properties.putAll(JSON.readValue(rest, new TypeReference<Map<String, Object>>() {}));
            } catch (JsonProcessingException e) {
                throw new StoreException("An entry of the timeline holds properties that are not JSON", e);
            }
        }
        return new TimelineEntry(names.name(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3)), properties);
    }

    private static void putText(Map<String, Object> properties, String name, String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
