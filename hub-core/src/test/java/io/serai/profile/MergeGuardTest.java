package io.serai.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MergeGuardTest {

    private final AtomicLong people = new AtomicLong(100_000);
    private final AtomicInteger asked = new AtomicInteger();
    private final MergeGuard guard = new MergeGuard(0.01, "hub sync x --allow-merges");

    /** Merges one more of the people who were there. */
    private void merge() {
        guard.begin(() -> 100_000);
        people.decrementAndGet();
        guard.count(List.of(1L), Map.of(1L, "the phone that they share"), last -> {
            asked.incrementAndGet();
            return people.get();
        });
    }

    @Test
    void everybody_is_counted_now_and_then_and_the_run_stops_at_the_same_merge() {
        for (int merged = 1; merged <= 1_000; merged++) {
            merge();
        }
        assertThat(asked.get()).isBetween(1, 30);
        assertThatThrownBy(this::merge)
                .isInstanceOf(CollapseException.class)
                .hasMessageContaining("1,001 of 100,000 profiles")
                .hasMessageContaining("the phone that they share");
    }

    @Test
    void people_who_went_meanwhile_are_seen_before_a_tenth_more_were_merged() {
        for (int merged = 1; merged <= 500; merged++) {
            merge();
        }
        people.addAndGet(-60_000);
        assertThatThrownBy(() -> {
                    for (int merged = 501; merged <= 551; merged++) {
                        merge();
                    }
                })
                .isInstanceOf(CollapseException.class);
    }

    @Test
    void people_who_came_meanwhile_are_counted_before_the_run_is_stopped() {
        for (int merged = 1; merged <= 1_000; merged++) {
            merge();
        }
        people.addAndGet(10_000);
        assertThatCode(this::merge).doesNotThrowAnyException();
    }

    @Test
    void what_is_counted_once_more_after_going_back_stops_as_it_would_have() {
        for (int merged = 1; merged <= 999; merged++) {
            merge();
        }
        Runnable back = guard.asItIs();
        merge();
        back.run();
        people.incrementAndGet();
        merge();
        assertThatThrownBy(this::merge).isInstanceOf(CollapseException.class);
    }
}
