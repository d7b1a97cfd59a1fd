package io.serai.connector;

import io.serai.spi.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes changes of the objects on a page. */
final class RecordReader {

    private static final int LONGEST_RAW = 4096;

    private final ReadDefinition read;

    RecordReader(ReadDefinition read) {
        this.read = read;
    }

    List<Change> changes(List<?> found) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            changes.add(change(found.get(i), i + 1));
        }
        return changes;
    }

    private Change change(Object found, int place) {
        if (!(found instanceof Map<?, ?> map)) {
            return unreadable("record " + place + " of a page", "It is not an object.", found);
        }
        List<String> key = read.key().texts(map);
        if (key.isEmpty()) {
            return unreadable("record " + place + " of a page", "It has no \"" + read.key() + "\".", found);
        }
        if (read.truncated().isPresent() && read.truncated().get().says(map)) {
            return unreadable(
                    key.get(0),
                    "It is too long for one answer: \"" + read.truncated().get()
                            + "\" says that part of it is missing.",
                    found);
        }
        return new Change.Upsert(key.get(0), fields(map));
    }

    private Map<String, Object> fields(Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), unwrapped(value)));
        return fields;
    }

    private Object unwrapped(Object value) {
        if (value instanceof Map<?, ?> map) {
            Optional<String> wrapped =
                    read.unwrap().stream().filter(map::containsKey).findFirst();
            return wrapped.isPresent() ? unwrapped(map.get(wrapped.get())) : fields(map);
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(unwrapped(item)));
            return items;
        }
        return value;
    }

    private static Change unreadable(String key, String reason, Object found) {
        String raw = Json.write(found);
        return new Change.Unreadable(key, reason, raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw);
    }
}
