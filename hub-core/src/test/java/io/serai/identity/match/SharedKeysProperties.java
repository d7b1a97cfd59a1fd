package io.serai.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SharedKeysProperties {

    @Property
    void each_two_who_share_a_key_meet_once(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int records) {
        Random random = new Random(seed);
        boolean[][] meet = new boolean[records][records];
        SharedKeys keys = new SharedKeys();
        for (int key = random.nextInt(20); key > 0; key--) {
            TreeSet<Integer> bearers = new TreeSet<>();
            int most = 2 + random.nextInt(6);
            while (bearers.size() < Math.min(most, records)) {
                bearers.add(random.nextInt(records));
            }
            for (int left : bearers) {
                for (int right : bearers.tailSet(left, false)) {
                    meet[left][right] = true;
                }
            }
            int[] some = new int[100];
            int count = 0;
            for (int bearer : bearers) {
                some[count++] = bearer;
            }
            keys.add(some, count);
        }
        keys.complete(records);
        for (int record = 0; record < records; record++) {
            IntArray expected = new IntArray(records);
            for (int other = 0; other < records; other++) {
                if (meet[record][other]) {
                    expected.add(other);
                }
            }
            assertThat(keys.after(record)).containsExactly(expected.toArray());
        }
    }
}
