package io.serai.config.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Some records of a stream, by the paths of their values. Kept in memory only; no value of it leaves but the few words that a
 * consent is told with.
 */
public final class Sample {

    private static final int DEEPEST = 3;

    private final int records;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> lists = new LinkedHashMap<>();

    private Sample(int records) {
        this.records = records;
    }

    /** No record. */
    public static Sample none() {
        return new Sample(0);
    }

    /** These records, as a source sent them. */
    public static Sample of(List<Map<String, Object>> records) {
        Sample sample = new Sample(records.size());
        records.forEach(record -> sample.add("", record, 1));
        return sample;
    }

    private void add(String prefix, Map<?, ?> object, int depth) {
        object.forEach((key, value) -> {
            String path = prefix + key;
            if (value instanceof Map<?, ?> inner && depth < DEEPEST) {
                add(path + ".", inner, depth + 1);
            } else if (value instanceof List<?> list) {
                list(path, list);
            } else if (!(value instanceof Map)) {
                List<String> found = values.computeIfAbsent(path, known -> new ArrayList<>());
                if (value != null && !value.toString().isBlank()) {
                    found.add(value.toString().strip());
                }
            }
        });
    }

    private void list(String path, List<?> list) {
        Map<String, Object> keys = lists.computeIfAbsent(path, known -> new LinkedHashMap<>());
        for (Object item : list) {
            if (item instanceof Map<?, ?> map) {
                map.forEach((key, value) -> keys.put(String.valueOf(key), value));
            }
        }
    }

    /** How many records there are. */
    public int records() {
        return records;
    }

    /** The paths of single values, in the order in which they were met. */
    List<String> paths() {
        return List.copyOf(values.keySet());
    }

    /** The paths of lists. */
    List<String> lists() {
        return List.copyOf(lists.keySet());
    }

    /** The keys of the objects in a list; empty when it holds none or was not met. */
    List<String> keys(String list) {
        return List.copyOf(lists.getOrDefault(list, Map.of()).keySet());
    }

    /** The values at a path, without those that say nothing. */
    List<String> values(String path) {
        return values.getOrDefault(path, List.of());
    }

    /** The values as columns of a table, for whoever reads tables; what stands in one row need not be of one record. */
    List<String[]> rows(List<String> paths) {
        List<String[]> rows = new ArrayList<>();
        for (int row = 0; row < records; row++) {
            String[] cells = new String[paths.size()];
            for (int column = 0; column < cells.length; column++) {
                List<String> found = values(paths.get(column));
                cells[column] = row < found.size() ? found.get(row) : "";
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The different values at a path, as words; empty when they are many or long, and so perhaps somebody's. */
    List<String> words(String path) {
        TreeSet<String> words = new TreeSet<>(values(path));
        boolean plain = words.stream().allMatch(word -> word.length() < 25 && word.matches("[\\p{L}_ -]+|[01]"));
        return plain && words.size() <= 8 ? List.copyOf(words) : List.of();
    }
}
