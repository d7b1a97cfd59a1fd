package io.serai.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.record.SourceRecord;
import io.serai.spi.Columns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;

class PulledRecordProperties {

    private final Random random = new Random(12);

    @Example
    void a_record_can_be_edited_as_any_map_and_its_source_stays_as_it_was() {
        for (int round = 0; round < 5_000; round++) {
            Map<String, Object> source = source();
            Map<String, Object> before = new LinkedHashMap<>(source);
            PulledRecord record = new PulledRecord(new SourceRecord("k", source, false));
            Map<String, Object> expected = new LinkedHashMap<>(source);
            for (int edits = random.nextInt(5); edits > 0; edits--) {
                int seed = random.nextInt();
                assertThat(edit(record, new Random(seed))).isEqualTo(edit(expected, new Random(seed)));
                assertThat(record).isEqualTo(expected).hasSameSizeAs(expected);
                assertThat(new ArrayList<>(record.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
                assertThat(record.toString()).isEqualTo(expected.toString());
                assertThat(record.edited() || expected.equals(before)).isTrue();
            }
            assertThat(record.record().fields()).isEqualTo(expected);
            assertThat(source).isEqualTo(before);
        }
    }

    private Map<String, Object> source() {
        Columns columns = new Columns(List.of("a", "b", "c"));
        return columns.record(new Object[] {"1", null, random.nextBoolean() ? "3" : List.of(4)});
    }

    private static Object edit(Map<String, Object> map, Random random) {
        String name = List.of("a", "b", "c", "d").get(random.nextInt(4));
        return switch (random.nextInt(12)) {
            case 0 -> map.put(name, random.nextInt(5));
            case 1 -> map.remove(name);
            case 2 -> map.putIfAbsent(name, "new");
            case 3 -> map.computeIfPresent(name, (key, value) -> value + "x");
            case 4 -> map.keySet().remove(name);
            case 5 -> map.values().removeIf(value -> value == null);
            case 6 -> {
                map.replaceAll((key, value) -> value + key);
                yield null;
            }
            case 7 -> {
                Iterator<Map.Entry<String, Object>> entries = map.entrySet().iterator();
                boolean some = entries.hasNext();
                if (some) {
                    entries.next().setValue("first");
                }
                while (entries.hasNext()) {
                    entries.next();
                    entries.remove();
                }
                yield some;
            }
            case 8 -> {
                map.putAll(Map.of(name, 7));
                yield null;
            }
            case 9 -> map.get(name);
            case 10 -> map.merge(name, "m", (left, right) -> null);
            default -> {
                if (random.nextInt(4) == 0) {
                    map.clear();
                }
                yield map.containsKey(name);
            }
        };
    }
}
