package io.serai.store;

import static io.serai.store.PeopleFixture.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import io.serai.segment.ProfileColumns;
import io.serai.segment.SegmentStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever happened to people since their columns were stored, columns say of everybody what rows say. */
class StoredColumnsProperties {

    private static final int SPREAD = 20_011;
    private static final List<TraitDefinition> TRAITS = List.of(count("orders_30d", Duration.ofDays(30), 1));
    private static final List<String> NAMES = List.of(
            "city", "ltv", "source.shop", "orders_30d", "profile_id", "created_at", "household_id", "nobody_has");
    private static final Object[] VALUES = {
        "York", "YORK", "", "400", "400.00", "2026-01-31", "Łódź", 400L, 400.0, 0.1, -7L, (1L << 53) + 1, 1e300, null
    };

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void columns_say_what_rows_say(@ForAll long seed) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("columns");
                PeopleFixture people = new PeopleFixture(folder.path().resolve("hub.db"))) {
            Random random = new Random(seed);
            SqliteSegments store = new SqliteSegments(people.database, new TraitCalculator(TRAITS));
            List<Long> ids = new ArrayList<>();
            for (int round = 0; round < 6; round++) {
                for (int n = random.nextInt(12); n > 0; n--) {
                    ids.add((ids.size() + 1L) * SPREAD);
                    people.person(ids.get(ids.size() - 1), Map.of());
                }
                for (int n = random.nextInt(12); n > 0 && !ids.isEmpty(); n--) {
                    change(people, random, ids);
                }
                people.clock.advance(Duration.ofDays(random.nextInt(20)));
                if (random.nextBoolean()) {
                    people.traits(TRAITS.toArray(TraitDefinition[]::new)).refresh();
                }
                if (random.nextBoolean()) {
                    Set<String> some = Set.copyOf(NAMES.subList(0, 1 + random.nextInt(NAMES.size())));
                    store.write(writing -> {
                        writing.keepColumns(some);
                        return null;
                    });
                }
                if (random.nextBoolean()) {
                    Set<String> some = Set.copyOf(NAMES.subList(0, 1 + random.nextInt(NAMES.size())));
                    people.database.write(connection -> {
                        new ColumnKeeping(connection).keepOne(some, 1 + random.nextInt(3));
                        return null;
                    });
                }
                store.read(reading -> {
                    long after = random.nextInt(3) * 28_000L;
                    assertThat(blocks(people, reading, after)).isEqualTo(rows(people, reading, after));
                    return null;
                });
            }
        }
    }

    private static Map<Long, List<Object>> blocks(PeopleFixture people, SegmentStore.Reading reading, long after) {
        Map<Long, List<Object>> said = new HashMap<>();
        Optional<ProfileColumns> block = reading.block(after, people.clock.instant());
        while (block.isPresent()) {
            said.putAll(said(block.get()));
            block = reading.block(block.get().last(), people.clock.instant());
        }
        return said;
    }

    private static Map<Long, List<Object>> rows(PeopleFixture people, SegmentStore.Reading reading, long after) {
        return said(reading.columns(reading.people(after, 10_000), people.clock.instant()));
    }

    private static Map<Long, List<Object>> said(ProfileColumns columns) {
        Map<Long, List<Object>> said = new HashMap<>();
        columns.people().stream().forEach(row -> {
            List<Object> values = new ArrayList<>();
            NAMES.forEach(name -> values.add(columns.trait(name).value(row)));
            said.put(columns.profileId(row), values);
        });
        return said;
    }

    private static void change(PeopleFixture people, Random random, List<Long> ids) {
        long one = ids.get(random.nextInt(ids.size()));
        long other = ids.get(random.nextInt(ids.size()));
        switch (random.nextInt(7)) {
            case 0 -> people.trait(one, "city", VALUES[random.nextInt(VALUES.length)]);
            case 1 -> people.trait(one, "city", one + " Łódź \"\\\n" + "é".repeat(random.nextInt(400)));
            case 2 -> people.trait(one, "ltv", VALUES[random.nextInt(VALUES.length)]);
            case 3 -> people.trait(one, "source.shop", random.nextBoolean() ? 1L : null);
            case 4 -> {
                people.order(
                        one, people.clock.instant().minus(Duration.ofDays(random.nextInt(40))), 9.99, "York", null);
                people.update("UPDATE meta SET value = '0' WHERE key = 'computed_version'");
            }
            case 5 -> {
                people.update("INSERT INTO household VALUES (?, 1, ?, 1) ON CONFLICT DO NOTHING", one, one % 7);
                people.touch(one);
            }
            default -> {
                if (one != other) {
                    people.merge(one, other);
                }
            }
        }
    }
}
