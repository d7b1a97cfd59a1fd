package io.serai.connector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that a template can name. */
final class Scope {

    private final Map<String, Object> values;

    private Scope(Map<String, Object> values) {
        this.values = values;
    }

    static Scope of(String name, Object value) {
        return new Scope(Map.of()).with(name, value);
    }

    /** This scope and one more name; a null value is as good as none. */
    Scope with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return new Scope(more);
    }

    /** The value of {@code name} or {@code name.inside.it}; null when there is none. */
    Object find(String name) {
        if (values.containsKey(name)) {
            return values.get(name);
        }
        int dot = name.indexOf('.');
        return dot < 0 ? values.get(name) : inside(values.get(name.substring(0, dot)), name.substring(dot + 1));
    }

    private static Object inside(Object value, String rest) {
        if (value instanceof Map<?, ?> map && map.containsKey(rest)) {
            return map.get(rest);
        }
        return new JsonPath(List.of(rest.split("\\."))).read(value);
    }
}
