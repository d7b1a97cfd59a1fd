package io.serai.segment;

import io.serai.profile.TimelineEntry;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People in memory, for rules to look at. */
final class Block implements ProfileColumns {

    private final int size;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<Integer, List<TimelineEntry>> timelines = new HashMap<>();
    int asked;

    Block(int size) {
        this.size = size;
    }

    /** One value a person, null for none. */
    Block trait(String name, Object... values) {
        Column column = new Column(size);
        for (int row = 0; row < values.length; row++) {
            column.set(row, values[row]);
        }
        columns.put(name, column);
        return this;
    }

    Block timeline(int row, TimelineEntry... entries) {
        timelines.put(row, List.of(entries));
        return this;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public BitSet people() {
        BitSet all = new BitSet(size);
        all.set(0, size);
        return all;
    }

    @Override
    public long last() {
        return size;
    }

    @Override
    public long profileId(int row) {
        return row + 1;
    }

    @Override
    public Column trait(String name) {
        asked++;
        return columns.getOrDefault(name, new Column(size));
    }

    @Override
    public int[] events(EventQuery query) {
        int[] counts = new int[size];
        timelines.forEach((row, entries) -> counts[row] = (int) entries.stream()
                .filter(entry -> entry.name().equals(query.event()))
                .filter(entry -> query.from().isEmpty()
                        || !entry.time().isBefore(query.from().get()))
                .filter(entry -> query.where().test(entry.properties()))
                .count());
        return counts;
    }
}
