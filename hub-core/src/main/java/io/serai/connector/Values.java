package io.serai.connector;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Single values of settings: what YAML gave, as the Java type that a connector asks for. */
final class Values {

    private Values() {}

    /** What stands in a record for a setting that nobody gave. */
    static Object absent(Class<?> type) {
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == double.class ? (Object) 0.0 : null;
    }

    /** The value as that type; empty when it is not one. */
    static Optional<Object> convert(Class<?> type, Object value) {
        if (type == Object.class) {
            return Optional.of(value);
        }
        if (value instanceof Map || value instanceof List) {
            return Optional.empty();
        }
        String text = value.toString().strip();
        try {
            if (type == String.class) {
                return Optional.of(value.toString());
            }
            if (type == boolean.class || type == Boolean.class) {
                return switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                };
            }
            if (type == int.class || type == Integer.class) {
                return Optional.of(new BigDecimal(text).intValueExact());
            }
            if (type == long.class || type == Long.class) {
                return Optional.of(new BigDecimal(text).longValueExact());
            }
            if (type == double.class || type == Double.class) {
                return Optional.of(new BigDecimal(text).doubleValue());
            }
            return other(type, text);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> other(Class<?> type, String text) {
        if (type == BigDecimal.class) {
            return Optional.of(new BigDecimal(text));
        }
        if (type == BigInteger.class) {
            return Optional.of(new BigInteger(text));
        }
        if (type == Path.class) {
            return Optional.of(Path.of(text));
        }
        if (type == ZoneId.class) {
            return Optional.of(ZoneId.of(text));
        }
        if (type == Duration.class) {
            return Wording.duration(text).map(Object.class::cast);
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> constant.toString().equalsIgnoreCase(text.replace('-', '_')))
                    .findFirst()
                    .map(Object.class::cast);
        }
        throw new InvalidConnectorException("A setting of type " + type.getName() + " is not supported.");
    }

    /** How people call values of that type. */
    static String name(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Duration.class) {
            return "a time span such as 30s or 15m";
        }
        if (type == ZoneId.class) {
            return "a time zone such as Europe/London";
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == List.class) {
            return "a list";
        }
        return type == Map.class || type.isRecord() ? "a map" : "text";
    }
}
