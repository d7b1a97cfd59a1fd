package io.serai.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.TraitDefinition.Function;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraitCalculatorTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<TimelineEntry> orders = List.of(
            order(100, Map.of("total", 0.1, "store", "York", "currency", "GBP")),
            order(50, Map.of("total", 0.2, "store", "Leeds", "currency", "GBP")),
            order(10, Map.of("total", 399.69, "store", "York", "currency", "EUR")),
            order(5, Map.of("total", -20L, "store", "Leeds", "currency", "GBP")),
            new TimelineEntry("visit", NOW, Map.of("page", "home")));

    @Test
    void a_sum_is_exact_where_doubles_drift() {
        assertThat(compute(of(Function.SUM, "total", "order"), orders.subList(0, 3)))
                .isEqualTo(399.99);
        assertThat(compute(of(Function.SUM, "total", "order"), orders)).isEqualTo(379.99);
    }

    @Test
    void ten_million_pennies_are_a_hundred_thousand_pounds() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 10_000_000; i++) {
            sum.add(0.01);
        }
        assertThat(Amount.plain(sum.total())).isEqualTo(100_000L);
    }

    @Test
    void amounts_too_long_or_too_fine_for_hundredths_are_exact_too() {
        ExactSum sum = new ExactSum();
        for (Object amount : List.of(0.001, 123456789012.34, Long.MIN_VALUE, Long.MAX_VALUE, "1.50", "n/a")) {
            sum.add(amount);
        }
        assertThat(sum.total()).isEqualByComparingTo("123456789012.841");
    }

    @Test
    void a_whole_sum_is_a_whole_number_and_a_sum_of_refunds_negative() {
        assertThat(compute(of(Function.SUM, "total", "order"), orders.subList(3, 4)))
                .isEqualTo(-20L);
    }

    @Test
    void every_function_has_its_value() {
        assertThat(compute(of(Function.COUNT, null, "order"), orders)).isEqualTo(4L);
        assertThat(compute(of(Function.COUNT, "page", "order"), orders)).isNull();
        assertThat(compute(of(Function.AVERAGE, "total", "order"), orders)).isEqualTo(94.9975);
        assertThat(compute(of(Function.MINIMUM, "total", "order"), orders)).isEqualTo(-20L);
        assertThat(compute(of(Function.MAXIMUM, "total", "order"), orders)).isEqualTo(399.69);
        assertThat(compute(of(Function.EARLIEST, "time", "order"), orders)).isEqualTo("2026-08-14T10:00:00Z");
        assertThat(compute(of(Function.LATEST, "time", "order"), orders)).isEqualTo("2026-11-17T10:00:00Z");
        assertThat(compute(of(Function.FIRST, "store", "order"), orders)).isEqualTo("York");
        assertThat(compute(of(Function.LAST, "currency", "order"), orders)).isEqualTo("GBP");
        assertThat(compute(of(Function.MOST_FREQUENT, "currency", "order"), orders))
                .isEqualTo("GBP");
        assertThat(compute(of(Function.DISTINCT, "currency", "order"), orders)).isEqualTo(2L);
    }

    @Test
    void of_two_equally_frequent_values_the_one_seen_last_wins_and_then_the_alphabet() {
        assertThat(compute(of(Function.MOST_FREQUENT, "store", "order"), orders))
                .isEqualTo("Leeds");
        List<TimelineEntry> same = List.of(order(1, Map.of("store", "York")), order(1, Map.of("store", "Bath")));
        assertThat(compute(of(Function.MOST_FREQUENT, "store", "order"), same)).isEqualTo("Bath");
    }

    @Test
    void the_first_value_is_that_of_the_first_entry_which_has_one() {
        List<TimelineEntry> entries = List.of(order(3, Map.of()), order(2, Map.of("store", "York")));
        assertThat(compute(of(Function.FIRST, "store", "order"), entries)).isEqualTo("York");
    }

    @Test
    void nothing_gives_no_trait_not_a_zero() {
        assertThat(new TraitCalculator(List.of(of(Function.COUNT, null, "order"), of(Function.SUM, "total", "order")))
                        .calculate(orders.subList(4, 5), NOW))
                .isEmpty();
    }

    @Test
    void a_window_keeps_an_entry_exactly_that_old_and_loses_it_right_after() {
        TraitDefinition within =
                definition(Function.COUNT, null, "order", Optional.of(Duration.ofDays(50)), Optional.empty(), Map.of());
        TraitCalculator calculator = new TraitCalculator(List.of(within));
        assertThat(calculator.calculate(orders, NOW)).containsEntry("trait", 3L);
        assertThat(calculator.calculate(orders, NOW.plusMillis(1))).containsEntry("trait", 2L);
        var crossing = TraitCalculator.crossing(within, NOW, NOW.plusMillis(1)).orElseThrow();
        assertThat(orders.get(1).time()).isEqualTo(crossing.from()).isBefore(crossing.to());
        assertThat(calculator.moving()).containsExactly(within);
    }

    @Test
    void since_and_where_choose_entries() {
        TraitDefinition since = definition(
                Function.COUNT,
                null,
                "order",
                Optional.empty(),
                Optional.of(orders.get(2).time()),
                Map.of());
        assertThat(compute(since, orders)).isEqualTo(2L);
        assertThat(compute(where(Map.of("store", "york", "total", 0.10)), orders))
                .isEqualTo(1L);
        assertThat(compute(where(Map.of("store", List.of("York", "Leeds"))), orders))
                .isEqualTo(4L);
        assertThat(compute(where(Map.of("colour", "red")), orders)).isNull();
    }

    @Test
    void one_pass_serves_all_definitions_and_other_events_are_left_out() {
        TraitDefinition visits = new TraitDefinition(
                "visits", Function.COUNT, "visit", Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), 1);
        assertThat(new TraitCalculator(List.of(of(Function.SUM, "total", "order"), visits)).calculate(orders, NOW))
                .containsExactly(Map.entry("trait", 379.99), Map.entry("visits", 1L));
    }

    @Test
    void text_that_is_a_number_adds_up_and_other_text_is_left_out() {
        List<TimelineEntry> entries = List.of(
                order(1, Map.of("total", "12.50")), order(2, Map.of("total", "free")), order(3, Map.of("total", 1L)));
        assertThat(compute(of(Function.SUM, "total", "order"), entries)).isEqualTo(13.5);
    }

    @Test
    void another_meaning_is_another_version() {
        TraitDefinition one = of(Function.SUM, "total", "order");
        TraitDefinition changed = new TraitDefinition(
                one.name(), one.function(), one.event(), one.field(), one.within(), one.since(), one.where(), 2);
        assertThat(new TraitCalculator(List.of(one)).version())
                .isNotEqualTo(new TraitCalculator(List.of(changed)).version())
                .isNotEqualTo(new TraitCalculator(List.of()).version());
    }

    private static Object compute(TraitDefinition definition, List<TimelineEntry> entries) {
        return new TraitCalculator(List.of(definition)).calculate(entries, NOW).get("trait");
    }

    private static TimelineEntry order(int daysAgo, Map<String, Object> properties) {
        return new TimelineEntry("order", NOW.minus(Duration.ofDays(daysAgo)), properties);
    }

    private static TraitDefinition where(Map<String, Object> where) {
        return definition(Function.COUNT, null, "order", Optional.empty(), Optional.empty(), where);
    }

    private static TraitDefinition of(Function function, String field, String event) {
        return definition(function, field, event, Optional.empty(), Optional.empty(), Map.of());
    }

    private static TraitDefinition definition(
            Function function,
            String field,
            String event,
            Optional<Duration> within,
            Optional<Instant> since,
            Map<String, Object> where) {
        return new TraitDefinition("trait", function, event, Optional.ofNullable(field), within, since, where, 1);
    }
}
