package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whoever asks for the bearers of keys does not see which of them stand apart, which are brought over and what was undone. */
class RecentKeysProperties {

    private static final long[] KEYS = new Random(3).longs(40).toArray();

    @Property(tries = 30)
    void keys_have_the_bearers_that_were_written(@ForAll long seed, @ForAll boolean few) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create("serai-keys");
        Path file = folder.path().resolve("hub.db");
        Random random = new Random(seed);
        Map<Long, long[]> live = new TreeMap<>();
        SqliteDatabase database = SqliteDatabase.openForWriting(file, "test");
        try {
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(15) == 0) {
                    database.close();
                    database = SqliteDatabase.openForWriting(file, "test");
                }
                change(database, random, live, few ? 6 : 25);
                same(database, live);
            }
            database.write(connection -> {
                RecentKeys.of(connection).bringOver();
                return null;
            });
            same(database, live);
            assertThat(database.<Long>read(connection -> Sql.number(connection, "SELECT count(*) FROM recent_key")))
                    .isZero();
            assertThat(database.<Long>read(connection -> Sql.number(connection, "SELECT count(*) FROM match_key")))
                    .isEqualTo(live.values().stream()
                            .mapToLong(keys -> keys.length)
                            .sum());
        } finally {
            database.close();
            folder.close();
        }
    }

    /** Some come, some go, and sometimes it is all undone. */
    private static void change(SqliteDatabase database, Random random, Map<Long, long[]> live, int most) {
        Map<Long, long[]> come = new HashMap<>();
        Map<Long, long[]> go = new HashMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            long signature = 1 + random.nextInt(40);
            if (live.containsKey(signature)) {
                go.put(signature, live.get(signature));
            } else {
                come.put(signature, keysOf(signature));
            }
        }
        boolean undone = random.nextInt(8) == 0;
        try {
            database.write(connection -> {
                RecentKeys.of(connection, most);
                SqliteMatchIndex index = new SqliteMatchIndex(connection);
                index.addKeys(come);
                index.removeKeys(go);
                if (undone) {
                    throw new IllegalStateException("on purpose");
                }
                return null;
            });
        } catch (IllegalStateException onPurpose) {
            return;
        }
        live.putAll(come);
        live.keySet().removeAll(go.keySet());
    }

    /** A signature says the same whenever it comes. */
    private static long[] keysOf(long signature) {
        Random random = new Random(signature);
        return LongStream.generate(() -> KEYS[random.nextInt(KEYS.length)])
                .limit(1 + random.nextInt(9))
                .distinct()
                .sorted()
                .toArray();
    }

    private static void same(SqliteDatabase database, Map<Long, long[]> live) {
        Map<Long, Set<Long>> bearers = new TreeMap<>();
        live.forEach((signature, keys) -> Arrays.stream(keys)
                .forEach(key ->
                        bearers.computeIfAbsent(key, any -> new TreeSet<>()).add(signature)));
        List<Long> keys = Arrays.stream(KEYS).boxed().toList();
        database.write(connection -> {
            SqliteMatchIndex index = new SqliteMatchIndex(connection);
            Map<Long, long[]> all = index.bearers(keys, Integer.MAX_VALUE);
            Map<Long, long[]> three = index.bearers(keys, 3);
            for (long key : keys) {
                Set<Long> expected = bearers.getOrDefault(key, Set.of());
                assertThat(all.get(key)).doesNotHaveDuplicates();
                assertThat(Arrays.stream(all.get(key)).boxed().collect(Collectors.toSet()))
                        .isEqualTo(expected);
                assertThat(new HashSet<>(expected))
                        .containsAll(Arrays.stream(three.get(key)).boxed().toList());
                assertThat(three.get(key)).hasSize(Math.min(3, expected.size())).doesNotHaveDuplicates();
            }
            return null;
        });
    }
}
