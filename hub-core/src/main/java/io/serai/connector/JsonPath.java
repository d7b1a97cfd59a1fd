package io.serai.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A way into a JSON value: names with dots between levels, {@code 0} or {@code [0]} for a place in a list. A name applied to
 * a list applies to each of its elements.
 *
 * @param steps the names, one a level
 */
public record JsonPath(List<String> steps) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /** Reads {@code data.customers.nodes} or {@code lines[0].sku}. An empty text or {@code .} is the value itself. */
    public static JsonPath of(String written) {
        List<String> steps = new ArrayList<>();
        for (String step : written.replace("[", ".").replace("]", "").split("\\.")) {
            if (!step.isBlank()) {
                steps.add(step.strip());
            }
        }
        return new JsonPath(steps);
    }

    /** What is there; null when nothing is. */
    public Object read(Object value) {
        Object here = value;
        for (String step : steps) {
            here = step(here, step);
        }
        return here;
    }

    /** All single values that are there, as text; empty ones and false are nothing. */
    public List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        gather(read(value), texts);
        return texts;
    }

    /** Whether the value says yes. */
    boolean says(Object value) {
        return !texts(value).isEmpty();
    }

    private static Object step(Object here, String step) {
        if (here instanceof Map<?, ?> map) {
            return map.get(step);
        }
        if (here instanceof List<?> list) {
            if (NUMBER.matcher(step).matches()) {
                int place = Integer.parseInt(step);
                return place < list.size() ? list.get(place) : null;
            }
            List<Object> found = new ArrayList<>();
            for (Object element : list) {
                Object inside = step(element, step);
                if (inside != null) {
                    found.add(inside);
                }
            }
            return found.isEmpty() ? null : found;
        }
        return null;
    }

    private static void gather(Object value, List<String> texts) {
        if (value instanceof List<?> list) {
            list.forEach(element -> gather(element, texts));
        } else if (value instanceof Map<?, ?> map) {
            if (!map.isEmpty()) {
                texts.add(Json.write(map));
            }
        } else if (value != null
                && !Boolean.FALSE.equals(value)
                && !value.toString().isBlank()) {
            texts.add(value.toString().strip());
        }
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
