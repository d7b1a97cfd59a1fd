package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Numbers are found again by their hashes, however many look alike. */
class HashNumbersProperties {

    private static Set<Integer> found(HashNumbers numbers, long hash) {
        Set<Integer> found = new TreeSet<>();
        numbers.find(hash, number -> {
            found.add(number);
            return false;
        });
        return found;
    }

    @Property(tries = 30)
    void every_number_of_a_hash_is_offered(@ForAll long seed) {
        Random random = new Random(seed);
        HashNumbers numbers = new HashNumbers();
        Map<Long, Set<Integer>> all = new HashMap<>();
        for (int number = 0; number < 5_000; number++) {
            // few segments, few places in them, and the same hash again
            long hash = (long) random.nextInt(3) << 62 | random.nextInt(4) * 0x4000_0001L + random.nextInt(300);
            numbers.put(hash, number);
            all.computeIfAbsent(hash, each -> new TreeSet<>()).add(number);
        }
        all.forEach((hash, wanted) -> assertThat(found(numbers, hash)).containsAll(wanted));
    }

    @Property(tries = 30)
    void hashes_that_differ_are_told_apart_by_almost_all(@ForAll long seed) {
        Random random = new Random(seed);
        HashNumbers numbers = new HashNumbers();
        long[] hashes = random.longs(20_000).toArray();
        for (int number = 0; number < hashes.length; number++) {
            numbers.put(hashes[number], number);
        }
        int wrong = 0;
        for (int number = 0; number < hashes.length; number++) {
            assertThat(found(numbers, hashes[number])).contains(number);
            wrong += found(numbers, hashes[number]).size() - 1;
        }
        assertThat(wrong).isLessThan(20);
        assertThat(numbers.find(hashes[7], number -> number == 7)).isEqualTo(7);
        assertThat(numbers.find(random.nextLong(), number -> true)).isEqualTo(-1);
    }
}
