package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PackedSayingsProperties {

    private static final String[] TEXTS = {
        null, "", "Ann", "Łódź", "名前", "👋", "x".repeat(253), "x".repeat(254), "ü".repeat(40_000)
    };

    @Property(tries = 30)
    void everybody_says_what_was_added(@ForAll long seed, @ForAll @IntRange(max = 3000) int size) {
        Random random = new Random(seed);
        List<List<String>> sayings = new ArrayList<>();
        PackedSayings packed = new PackedSayings();
        for (int i = 0; i < size; i++) {
            String[] said = new String[random.nextInt(6)];
            Arrays.setAll(said, field -> TEXTS[random.nextInt(random.nextInt(50) == 0 ? TEXTS.length : 6)]);
            sayings.add(Arrays.asList(said));
            packed.add(sayings.get(i));
        }
        assertThat(packed.size()).isEqualTo(size);
        packed.complete();
        for (int i = 0; i < size; i++) {
            assertThat(packed.get(i)).isEqualTo(sayings.get(i));
        }
    }
}
