package io.serai.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The properties of an order or event: three columns of their own, and the rest as JSON. */
final class EntryProperties {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
    private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};

    private static final Set<String> COLUMNS = Set.of("time", "total", "currency", "store");
    private static final Set<String> INDEXED = Set.of("time", "total", "store");

    private EntryProperties() {}

    /** Whether any of these is kept in the JSON, which costs most to read. */
    static boolean areInJson(Set<String> properties) {
        return !COLUMNS.containsAll(properties);
    }

    /** The columns of the timeline {@code t} for {@link #read}. Where time, total and store are enough the table itself is not looked at. */
    static String columns(Set<String> properties) {
        if (INDEXED.containsAll(properties)) {
            return "t.total, NULL, t.store";
        }
        return "t.total, t.currency, t.store" + (areInJson(properties) ? ", t.properties" : "");
    }

    /**
     * Reads the columns {@code total, currency, store} and, if asked for, {@code properties}; what is null is absent.
     *
     * @param first the place of {@code total} in the row, the others follow it
     * @param all whether {@code properties} is in the row
     */
    static Map<String, Object> read(ResultSet row, int first, boolean all) throws SQLException {
        Map<String, Object> properties = new HashMap<>();
        String json = all ? row.getString(first + 3) : null;
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
        double total = row.getDouble(first);
        if (!row.wasNull()) {
            properties.put("total", total);
        }
        putText(properties, "currency", row.getString(first + 1));
        putText(properties, "store", row.getString(first + 2));
        return properties;
    }

    private static void putText(Map<String, Object> properties, String name, String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
