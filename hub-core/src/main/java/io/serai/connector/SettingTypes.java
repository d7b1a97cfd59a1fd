package io.serai.connector;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types that settings of a {@code connector.yaml} can have. */
public final class SettingTypes {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "text", String.class,
            "integer", Long.class,
            "number", BigDecimal.class,
            "boolean", Boolean.class);

    private SettingTypes() {}

    /** Every name of a type. */
    public static List<String> names() {
        return List.of("text", "integer", "number", "boolean", "list");
    }

    static Optional<Object> convert(String type, Object value) {
        if (type.equals("list")) {
            return Optional.of(value instanceof List<?> ? value : List.of(value));
        }
        return Values.convert(TYPES.getOrDefault(type, String.class), value);
    }

    static String name(String type) {
        return Values.name(type.equals("list") ? List.class : TYPES.getOrDefault(type, String.class));
    }
}
