package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.profile.TimelineEntry;
import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import io.serai.profile.TraitDefinition.Function;
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

/** What the engine adds up is, to the last bit, what comes of looking at each entry. */
class EngineTraitsProperties {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final String[] STORES = {"York", "Leeds", "Łódź 9", "", "leeds", null, null, "a\u001eb", "c\u001fd"};
    private static final Double[] ODD = {
        null,
        0.0,
        -0.0,
        0.005,
        0.1 + 0.2,
        1e12,
        85_899_345.92,
        1e300,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        5e-324
    };

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void the_engine_says_what_entries_say(@ForAll long seed) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("engine");
                PeopleFixture people = new PeopleFixture(folder.path().resolve("hub.db"))) {
            Random random = new Random(seed);
            Map<Long, List<TimelineEntry>> entries = new HashMap<>();
            int spread = random.nextBoolean() ? 1 : 40;
            for (long id = spread; id <= 8L * spread; id += spread) {
                people.person(id, Map.of());
                entries.put(id, orders(people, random, id));
            }
            List<TraitDefinition> definitions = definitions(random);
            TraitCalculator calculator = new TraitCalculator(definitions);
            Instant now = people.clock.instant().plusNanos(random.nextInt(3));
            long[] ids = entries.keySet().stream().mapToLong(id -> id).sorted().toArray();
            List<Map<String, Object>> values = people.database.read(
                    connection -> new ComputedTraits(connection, calculator, now).values(new ProfileSet(ids)));
            for (int row = 0; row < ids.length; row++) {
                assertThat(values.get(row))
                        .as("%s of %s", definitions, entries.get(ids[row]))
                        .isEqualTo(calculator.calculate(entries.get(ids[row]), now));
            }
        }
    }

    private static List<TimelineEntry> orders(PeopleFixture people, Random random, long id) {
        List<TimelineEntry> entries = new ArrayList<>();
        boolean odd = random.nextInt(3) == 0;
        for (int n = random.nextInt(7); n > 0; n--) {
            Instant time = people.clock.instant().minus(WEEK).plusMillis(random.nextInt(5) - 2);
            Double total = odd && random.nextBoolean()
                    ? ODD[random.nextInt(ODD.length)]
                    : Double.valueOf((random.nextInt(200_000) - 20_000) / 100.0);
            String store = STORES[random.nextInt(odd ? STORES.length : STORES.length - 2)];
            people.order(id, time, total, store, null);
            Map<String, Object> properties = new HashMap<>(Map.of("currency", "GBP"));
            if (total != null) {
                properties.put("total", total);
            }
            if (store != null) {
                properties.put("store", store);
            }
            entries.add(new TimelineEntry("order", time, properties));
        }
        return entries;
    }

    private static List<TraitDefinition> definitions(Random random) {
        List<TraitDefinition> definitions = new ArrayList<>();
        Function[] functions = Function.values();
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            Function function = functions[random.nextInt(functions.length)];
            String field = List.of("total", "time", "store").get(random.nextInt(3));
            boolean none = function == Function.COUNT && random.nextBoolean();
            definitions.add(new TraitDefinition(
                    "trait" + n,
                    function,
                    "order",
                    none ? Optional.empty() : Optional.of(field),
                    random.nextInt(3) == 0 ? Optional.of(WEEK) : Optional.empty(),
                    random.nextInt(4) == 0
                            ? Optional.of(PeopleFixture.START.minus(WEEK).plusNanos(random.nextInt(2_000_000)))
                            : Optional.empty(),
                    random.nextInt(5) == 0 ? Map.of("store", "York") : Map.of(),
                    1));
        }
        return definitions;
    }
}
