package io.serai.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path into an object: {@code default_address.phone}, {@code items[0].sku}. Where a key itself contains dots or brackets, the
 * longest key that exists wins.
 */
final class FieldPath {

    private static final Pattern STEP = Pattern.compile("\\[(\\d{1,9})]|\\.?([^.\\[]+|\\[)");

    private final String[] names;
    private final int[] indexes;
    private final String[][] joined;

    FieldPath(String text) {
        List<String> steps = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        while (matcher.find()) {
            steps.add(matcher.group(2));
            positions.add(matcher.group(1) == null ? -1 : Integer.parseInt(matcher.group(1)));
            starts.add(matcher.group(2) == null ? matcher.start() : matcher.start(2));
            ends.add(matcher.end());
        }
        names = steps.toArray(String[]::new);
        indexes = positions.stream().mapToInt(Integer::intValue).toArray();
        joined = new String[names.length][names.length];
        for (int from = 0; from < names.length; from++) {
            for (int to = from; to < names.length; to++) {
                joined[from][to] = text.substring(starts.get(from), ends.get(to));
            }
        }
    }

    /** What is there, or null. */
    Object read(Object root) {
        return names.length == 0 ? null : read(root, 0);
    }

    private Object read(Object value, int step) {
        if (step == names.length) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            for (int to = names.length - 1; to >= step; to--) {
                Object found = map.get(joined[step][to]);
                if (found != null) {
                    return read(found, to + 1);
                }
            }
            return null;
        }
        boolean inside = indexes[step] >= 0 && value instanceof List<?> list && indexes[step] < list.size();
        return inside ? read(((List<?>) value).get(indexes[step]), step + 1) : null;
    }
}
