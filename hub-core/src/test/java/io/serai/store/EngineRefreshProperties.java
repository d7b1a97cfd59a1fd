package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.profile.TimelineEntry;
import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import io.serai.profile.TraitDefinition.Function;
import io.serai.profile.TraitRefresh.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Traits that the engine refreshes stand as if each person's had been computed entry by entry and written one by one. */
class EngineRefreshProperties {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final long PEOPLE = 12;
    private static final Object[] MAPPED = {
        "Łódź \"9\"",
        "a\\b\u0001\n",
        "\"22\":1}",
        "{\"1\":2}",
        1e300,
        0.1 + 0.2,
        12_345_678.9,
        Double.NEGATIVE_INFINITY,
        Long.MIN_VALUE,
        7L
    };
    private static final Double[] ODD = {null, 0.0, -0.0, 0.005, 0.1 + 0.2, 1e7, 12_345_678.9, 1e12, 1e300};
    private static final Instant[] TIMES = {
        Instant.EPOCH,
        Instant.EPOCH.minusMillis(1),
        Instant.parse("9999-12-31T23:59:59.999Z"),
        Instant.ofEpochMilli(1_005)
    };

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void the_engine_writes_what_entries_say(@ForAll long seed) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("engine");
                PeopleFixture people = new PeopleFixture(folder.path().resolve("hub.db"))) {
            Random random = new Random(seed);
            Map<Long, List<TimelineEntry>> entries = new HashMap<>();
            Map<Long, Map<String, Object>> expected = new HashMap<>();
            for (long id = 1; id <= PEOPLE; id++) {
                Map<String, Object> mapped = mapped(random);
                people.person(id, mapped);
                expected.put(id, mapped);
                entries.put(id, orders(people, random, id));
            }
            people.leaveStore(PEOPLE);
            expected.remove(PEOPLE);
            Map<Long, Map<String, Object>> before = expected;
            for (int round = 1; round <= 3; round++) {
                List<TraitDefinition> definitions = definitions(random, round);
                long version = people.number("SELECT cast(value AS INTEGER) FROM meta WHERE key = 'version'");
                Outcome outcome = people.traits(definitions.toArray(TraitDefinition[]::new))
                        .refresh();
                Map<Long, Map<String, Object>> now = expected(expected, entries, definitions, people.clock.instant());
                assertThat(stored(people, expected)).as("%s", definitions).isEqualTo(now);
                Map<Long, Map<String, Object>> then = before;
                long differ = now.keySet().stream()
                        .filter(id -> !now.get(id).equals(then.get(id)))
                        .count();
                assertThat(outcome.changed()).isEqualTo(differ);
                assertThat(people.number("SELECT count(*) FROM profile WHERE version > ?", version))
                        .isEqualTo(differ);
                before = now;
            }
        }
    }

    private static Map<Long, Map<String, Object>> stored(
            PeopleFixture people, Map<Long, Map<String, Object>> expected) {
        Map<Long, Map<String, Object>> stored = new HashMap<>();
        expected.keySet()
                .forEach(id -> stored.put(id, people.database.read(connection -> new TraitTable(connection)
                        .load(List.of(id))
                        .getOrDefault(id, Map.of()))));
        return stored;
    }

    private static Map<Long, Map<String, Object>> expected(
            Map<Long, Map<String, Object>> mapped,
            Map<Long, List<TimelineEntry>> entries,
            List<TraitDefinition> definitions,
            Instant now) {
        Map<Long, Map<String, Object>> expected = new HashMap<>();
        mapped.forEach((id, own) -> {
            Map<String, Object> all = new HashMap<>(own);
            all.putAll(new TraitCalculator(definitions).calculate(entries.get(id), now));
            expected.put(id, all);
        });
        return expected;
    }

    private static Map<String, Object> mapped(Random random) {
        Map<String, Object> mapped = new HashMap<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            mapped.put("mapped" + n, MAPPED[random.nextInt(MAPPED.length)]);
        }
        return mapped;
    }

    private static List<TimelineEntry> orders(PeopleFixture people, Random random, long id) {
        List<TimelineEntry> entries = new ArrayList<>();
        boolean odd = random.nextInt(4) == 0;
        for (int n = random.nextInt(5); n > 0; n--) {
            Instant time = odd && random.nextBoolean()
                    ? TIMES[random.nextInt(TIMES.length)]
                    : people.clock.instant().minus(WEEK).plusMillis(random.nextInt(2_000) - 1_000);
            Double total = odd && random.nextBoolean()
                    ? ODD[random.nextInt(ODD.length)]
                    : Double.valueOf((random.nextInt(20_000) - 2_000) / (random.nextBoolean() ? 100.0 : 1));
            people.order(id, time, total, "York", null);
            Map<String, Object> properties = new HashMap<>(Map.of("currency", "GBP", "store", "York"));
            if (total != null) {
                properties.put("total", total);
            }
            entries.add(new TimelineEntry("order", time, properties));
        }
        return entries;
    }

    private static List<TraitDefinition> definitions(Random random, int version) {
        List<TraitDefinition> definitions = new ArrayList<>();
        List<Function> functions = List.of(
                Function.COUNT, Function.SUM, Function.EARLIEST, Function.LATEST, Function.MINIMUM, Function.MAXIMUM);
        for (int n = random.nextInt(5); n > 0; n--) {
            Function function = functions.get(random.nextInt(functions.size()));
            String field = function == Function.SUM || random.nextBoolean() ? "total" : "time";
            boolean none = function == Function.COUNT && random.nextBoolean();
            definitions.add(new TraitDefinition(
                    "trait" + n,
                    function,
                    random.nextInt(8) == 0 ? "visit" : "order",
                    none ? Optional.empty() : Optional.of(field),
                    random.nextInt(3) == 0 ? Optional.of(WEEK) : Optional.empty(),
                    random.nextInt(4) == 0
                            ? Optional.of(PeopleFixture.START.minus(WEEK).plusNanos(random.nextInt(2_000_000)))
                            : Optional.empty(),
                    Map.of(),
                    version));
        }
        return definitions;
    }
}
