package io.serai.connector;

import io.serai.spi.Setting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a settings block into a record, collecting every problem instead of stopping at the first. Used once. */
final class SettingsBinder {

    private final List<SettingProblem> problems = new ArrayList<>();

    List<SettingProblem> problems() {
        return problems;
    }

    /** The record; empty when there are problems. */
    <S extends Record> Optional<S> bind(Class<S> type, Map<String, Object> settings) {
        S bound = bindRecord(type, settings, List.of());
        return problems.isEmpty() ? Optional.of(bound) : Optional.empty();
    }

    static String yamlName(RecordComponent component) {
        return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private <S extends Record> S bindRecord(Class<S> type, Map<?, ?> values, List<String> path) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known = Stream.of(components).map(SettingsBinder::yamlName).toList();
        for (Object key : values.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                problem(
                        append(path, String.valueOf(key)),
                        "The setting \"" + key + "\" is not known.",
                        Wording.suggest(String.valueOf(key), known));
            }
        }
        Object[] arguments = Arrays.stream(components)
                .map(component -> component(component, values, path))
                .toArray();
        return problems.isEmpty() ? construct(type, components, arguments, path) : null;
    }

    private Object component(RecordComponent component, Map<?, ?> values, List<String> path) {
        String name = yamlName(component);
        Setting setting = component.getAnnotation(Setting.class);
        Object value = values.get(name);
        boolean required = setting != null && setting.required();
        if (value == null && setting != null && !setting.defaultValue().isEmpty()) {
            value = component.getType() == List.class ? items(setting.defaultValue()) : setting.defaultValue();
        }
        if (value == null || required && value.toString().isBlank()) {
            if (required) {
                problem(append(path, name), "The setting \"" + name + "\" is missing.", setting.value());
            }
            return Values.absent(component.getType());
        }
        return convert(component.getGenericType(), value, append(path, name), setting != null && setting.secret());
    }

    /** A list as it is written: {@code [insert, update]}, or one item. */
    private static List<String> items(String written) {
        return Stream.of(written.replaceAll("^\\[|]$", "").split(","))
                .map(String::strip)
                .toList();
    }

    private Object convert(Type type, Object value, List<String> path, boolean secret) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            if (parameterized.getRawType() == Optional.class) {
                return Optional.ofNullable(convert(arguments[0], value, path, secret));
            }
            if (parameterized.getRawType() == List.class) {
                return list(arguments[0], value, path, secret);
            }
            if (parameterized.getRawType() == Map.class) {
                return map(arguments[1], value, path, secret);
            }
        }
        Class<?> plain = (Class<?>) (type instanceof ParameterizedType other ? other.getRawType() : type);
        if (plain.isRecord()) {
            return value instanceof Map<?, ?> map
                    ? bindRecord(plain.asSubclass(Record.class), map, path)
                    : wrong(path, "a map", value, secret);
        }
        Optional<Object> scalar = Values.convert(plain, value);
        return scalar.isPresent() ? scalar.get() : wrong(path, Values.name(plain), value, secret);
    }

    private List<Object> list(Type element, Object value, List<String> path, boolean secret) {
        List<?> items = value instanceof List<?> list ? list : List.of(value);
        List<Object> bound = new ArrayList<>();
        for (Object item : items) {
            if (item != null) {
                bound.add(convert(element, item, path, secret));
            }
        }
        return bound;
    }

    private Object map(Type element, Object value, List<String> path, boolean secret) {
        if (!(value instanceof Map<?, ?> entries)) {
            return wrong(path, "a map", value, secret);
        }
        Map<String, Object> bound = new LinkedHashMap<>();
        entries.forEach((key, item) -> bound.put(
                String.valueOf(key),
                convert(element, item == null ? Map.of() : item, append(path, String.valueOf(key)), secret)));
        return bound;
    }

    private Object wrong(List<String> path, String expected, Object value, boolean secret) {
        String shown = secret || value instanceof Map || value instanceof List ? "" : ", not \"" + value + "\"";
        problem(path, "The setting \"" + String.join(".", path) + "\" must be " + expected + shown + ".", "");
        return null;
    }

    private <S extends Record> S construct(
            Class<S> type, RecordComponent[] components, Object[] arguments, List<String> path) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            problem(path, Wording.sentence(e.getCause()), "");
            return null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new InvalidConnectorException(
                    "The settings record " + type.getName() + " cannot be made by the hub: make it public.", e);
        }
    }

    private void problem(List<String> path, String message, String hint) {
        problems.add(new SettingProblem(path, message, hint));
    }

    private static List<String> append(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}
