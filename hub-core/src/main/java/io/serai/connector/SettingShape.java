package io.serai.connector;

import io.serai.spi.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be written as the value of a setting, for editors and for those who ask for settings one by one.
 *
 * @param kind what it is
 * @param choices the words of a {@link Kind#CHOICE}; else empty
 * @param element of a {@link Kind#LIST} the shape of each item, of a {@link Kind#MAP} that of each value; else empty
 * @param inside of a {@link Kind#RECORD} its settings; else empty
 */
public record SettingShape(Kind kind, List<String> choices, Optional<SettingShape> element, List<SettingInfo> inside) {

    /** What a value is. */
    public enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        BOOLEAN,
        /** {@code 30s}, {@code 15m}. */
        DURATION,
        /** {@code Europe/London}. */
        ZONE,
        CHOICE,
        /** One value or several. */
        LIST,
        /** Names of the admin's own, each with a value. */
        MAP,
        /** Settings in settings. */
        RECORD,
        ANY
    }

    /** A value that holds no others. */
    static SettingShape of(Kind kind) {
        return new SettingShape(kind, List.of(), Optional.empty(), List.of());
    }

    /** The shape of a type of a {@code connector.yaml}. */
    public static SettingShape named(String type) {
        return switch (type) {
            case "integer" -> of(Kind.WHOLE);
            case "number" -> of(Kind.NUMBER);
            case "boolean" -> of(Kind.BOOLEAN);
            case "list" -> holding(Kind.LIST, of(Kind.ANY));
            default -> of(Kind.TEXT);
        };
    }

    /** The settings that the components of a record are. */
    static List<SettingInfo> settings(Class<?> settings) {
        return Stream.of(settings.getRecordComponents())
                .map(SettingShape::setting)
                .toList();
    }

    private static SettingInfo setting(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        return new SettingInfo(
                SettingsBinder.yamlName(component),
                Values.name(component.getType()),
                setting == null ? "" : setting.value(),
                setting != null && setting.required(),
                setting != null && setting.secret(),
                setting == null ? "" : setting.defaultValue(),
                of(component.getGenericType()));
    }

    private static SettingShape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Optional.class
                    ? of(arguments[0])
                    : generic.getRawType() == Map.class
                            ? holding(Kind.MAP, of(arguments[1]))
                            : holding(Kind.LIST, of(arguments[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return new SettingShape(Kind.RECORD, List.of(), Optional.empty(), settings(plain));
        }
        if (plain.isEnum()) {
            List<String> words = Stream.of(plain.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .toList();
            return new SettingShape(Kind.CHOICE, words, Optional.empty(), List.of());
        }
        return of(kind(plain));
    }

    private static Kind kind(Class<?> plain) {
        if (plain == boolean.class || plain == Boolean.class) {
            return Kind.BOOLEAN;
        }
        if (List.of(int.class, Integer.class, long.class, Long.class, BigInteger.class)
                .contains(plain)) {
            return Kind.WHOLE;
        }
        if (plain == double.class || plain == Double.class || plain == BigDecimal.class) {
            return Kind.NUMBER;
        }
        if (plain == Duration.class) {
            return Kind.DURATION;
        }
        return plain == ZoneId.class ? Kind.ZONE : plain == Object.class ? Kind.ANY : Kind.TEXT;
    }

    private static SettingShape holding(Kind kind, SettingShape element) {
        return new SettingShape(kind, List.of(), Optional.of(element), List.of());
    }
}
