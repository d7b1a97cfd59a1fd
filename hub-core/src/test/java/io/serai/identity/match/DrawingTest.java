package io.serai.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void every_pair_that_a_pass_gave_was_possible_even_with_given_and_family_name_swapped() {
        Sample sample = withSwappedNames().closed(1);
        Keyed keyed = new Keyed(sample, 1);
        Drawing drawing = new Drawing(keyed, new FirstPasses(keyed, new Chances(keyed, 1)).choose(), 2);
        Pairs pairs = drawing.draw(nothingRare(sample));
        int given = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.pass(pair) >= 0 && pairs.pass(pair) < drawing.passCount()) {
                given++;
                assertThat(drawing.chance(pair)).isPositive();
            }
        }
        assertThat(given).isGreaterThan(1000);
    }

    private static int[][] nothingRare(Sample sample) {
        int[][] rarities = new int[sample.slots().size()][];
        for (int slot = 0; slot < rarities.length; slot++) {
            rarities[slot] = new int[sample.column(slot).size()];
        }
        return rarities;
    }

    private static Sample withSwappedNames() {
        Rows rows = Rows.of(4, 500, 2);
        Sample sample = new Sample(Rows.FIELDS);
        for (int i = 0; i < rows.rows.size(); i++) {
            List<String> said = new ArrayList<>(rows.rows.get(i));
            if (i % 5 == 0) {
                Collections.swap(said, 0, 1);
            }
            sample.add(said);
        }
        return sample;
    }
}
