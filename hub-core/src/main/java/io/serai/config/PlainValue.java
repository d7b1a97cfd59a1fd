package io.serai.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree as plain Java values. */
public final class PlainValue {

    private PlainValue() {}

    /**
     * The value of a node: {@code Map<String, Object>}, {@code List<Object>}, or what {@link YamlScalar#value()} gives. Keys without
     * a value are left out.
     */
    public static Object of(YamlNode node) {
        if (node instanceof YamlMap map) {
            return of(map);
        }
        if (node instanceof YamlList list) {
            List<Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(of(item)));
            return Collections.unmodifiableList(items);
        }
        return ((YamlScalar) node).value();
    }

    /** The values of a map, in file order. */
    public static Map<String, Object> of(YamlMap map) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (YamlEntry entry : map.entries()) {
            Object value = of(entry.value());
            if (value != null) {
                values.put(entry.key(), value);
            }
        }
        return Collections.unmodifiableMap(values);
    }
}
