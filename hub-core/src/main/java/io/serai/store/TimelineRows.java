package io.serai.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads the orders and events of blocks of people: those of the signatures that are theirs. */
final class TimelineRows {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
    private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};
    private static final String FROM = " FROM signature s CROSS JOIN timeline t ON t.signature_id = s.id"
            + " WHERE t.name_id = (SELECT id FROM event_name WHERE name = ?) AND t.time >= ? AND ";
    private static final Set<String> COLUMNS = Set.of("time", "total", "currency", "store");

    private final Connection connection;
    private final ProfileSet people;

    TimelineRows(Connection connection, ProfileSet people) {
        this.connection = connection;
        this.people = people;
    }

    /** Counts entries for each row of the block without looking at them. */
    int[] counts(String event, long from) throws SQLException {
        int[] counts = new int[people.size()];
        Sql.each(
                connection,
                entry -> {
                    int row = people.row(entry.getLong(1));
                    if (row >= 0) {
                        counts[row] = entry.getInt(2);
                    }
                },
                "SELECT s.profile_id, count(*)" + FROM + people.condition("s.profile_id") + " GROUP BY s.profile_id",
                people.after(event, from));
        return counts;
    }

    /** Hands over each entry since a time with the properties asked for; a property it does not have is absent. */
    void each(String event, long from, Set<String> properties, Visitor visitor) throws SQLException {
        boolean all = !COLUMNS.containsAll(properties);
        String columns = "SELECT s.profile_id, t.time, t.total, t.currency, t.store" + (all ? ", t.properties" : "");
        Sql.each(
                connection,
                entry -> {
                    int row = people.row(entry.getLong(1));
                    if (row >= 0) {
                        visitor.entry(row, Instant.ofEpochMilli(entry.getLong(2)), properties(entry, all));
                    }
                },
                columns + FROM + people.condition("s.profile_id"),
                people.after(event, from));
    }

    private static Map<String, Object> properties(ResultSet rows, boolean all) throws SQLException {
        Map<String, Object> properties = new HashMap<>();
        String json = all ? rows.getString(6) : null;
        if (json != null) {
            try {
                properties.putAll(JSON.readValue(json, PROPERTIES));
            } catch (JsonProcessingException e) {
                throw new StoreException(
                        "The store holds an order or event whose properties are not JSON. "
                                + "Restore it from a backup.",
                        e);
            }
        }
        double total = rows.getDouble(3);
        if (!rows.wasNull()) {
            properties.put("total", total);
        }
        putText(properties, "currency", rows.getString(4));
        putText(properties, "store", rows.getString(5));
        return properties;
    }

    private static void putText(Map<String, Object> properties, String name, String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    /** Takes entries. */
    @FunctionalInterface
    interface Visitor {
        void entry(int row, Instant time, Map<String, Object> properties);
    }
}
