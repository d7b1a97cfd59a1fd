package io.serai.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchValuesTest {

    private final MatchValues values = new MatchValues();

    @Test
    void many_different_values_are_not_taken_for_the_same() {
        for (int i = 0; i < 100_000; i++) {
            values.add("p" + i + "@shop.test");
        }
        assertThat(values.repeated()).isFalse();
    }

    @Test
    void one_that_comes_again_is_found_however_many_came_between() {
        values.add("ann@shop.test");
        for (int i = 0; i < 100_000; i++) {
            values.add("p" + i + "@shop.test");
        }
        values.add("ann@shop.test");
        assertThat(values.repeated()).isTrue();
    }
}
