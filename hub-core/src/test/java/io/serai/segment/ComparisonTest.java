package io.serai.segment;

import static io.serai.segment.Operator.ANY_OF;
import static io.serai.segment.Operator.AT_LEAST;
import static io.serai.segment.Operator.AT_MOST;
import static io.serai.segment.Operator.BETWEEN;
import static io.serai.segment.Operator.CONTAINS;
import static io.serai.segment.Operator.EXISTS;
import static io.serai.segment.Operator.IS;
import static io.serai.segment.Operator.IS_NOT;
import static io.serai.segment.Operator.LESS_THAN;
import static io.serai.segment.Operator.MISSING;
import static io.serai.segment.Operator.MORE_THAN;
import static io.serai.segment.Operator.NONE_OF;
import static io.serai.segment.Operator.OLDER_THAN;
import static io.serai.segment.Operator.STARTS_WITH;
import static io.serai.segment.Operator.WITHIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-07-22T10:00:00Z");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void text_is_the_same_in_any_case() {
        assertThat(holding(IS, "York", "york", "YORK", "York ", "Yorkshire", null))
                .containsExactly("york", "YORK");
        assertThat(holding(IS_NOT, "York", "york", "Leeds", 5L)).containsExactly("Leeds", 5L);
    }

    @Test
    void numbers_are_the_same_by_amount_however_they_are_written() {
        assertThat(holding(IS, new BigDecimal("400.00"), 400L, 400.0, "400", "400.0", 400.01, "four hundred"))
                .containsExactly(400L, 400.0, "400", "400.0");
        assertThat(holding(IS, "007", "007", "7", 7L)).containsExactly("007", 7L);
    }

    @Test
    void money_compares_exactly_at_the_edge() {
        assertThat(holding(AT_LEAST, 400L, 400.00, 399.99, 400.01)).containsExactly(400.0, 400.01);
        assertThat(holding(AT_LEAST, 0.3, 0.3, 0.1 + 0.2, 0.29)).containsExactly(0.3, 0.1 + 0.2);
        assertThat(holding(MORE_THAN, 399.99, 399.99, 400L)).containsExactly(400L);
        assertThat(holding(LESS_THAN, 0L, -0.01, -0.0, 0L)).containsExactly(-0.01);
        assertThat(holding(AT_MOST, 0L, -0.0, 0.01)).containsExactly(-0.0);
        assertThat(holding(BETWEEN, List.of(10, 20), 9.99, 10L, 20.0, 20.01, "15", "abc"))
                .containsExactly(10L, 20.0, "15");
    }

    @Test
    void whole_numbers_too_long_for_a_double_are_told_apart() {
        assertThat(holding(IS, 9007199254740993L, 9007199254740993L, 9007199254740992L))
                .containsExactly(9007199254740993L);
        assertThat(holding(MORE_THAN, 9007199254740993L, 9007199254740994L, 9007199254740993L))
                .containsExactly(9007199254740994L);
    }

    @Test
    void lists_hold_any_kind_of_value() {
        assertThat(holding(ANY_OF, List.of("York", 5, "2026-01-31"), "york", 5L, "5", "2026-01-31T23:30:00Z", "Bath"))
                .containsExactly("york", 5L, "5", "2026-01-31T23:30:00Z");
        assertThat(holding(NONE_OF, List.of("York", 5), "york", 5L, "Bath", 6L)).containsExactly("Bath", 6L);
    }

    @Test
    void text_is_searched_in_any_case_and_numbers_by_their_digits() {
        assertThat(holding(CONTAINS, "@northgate.example", "Amy@NORTHGATE.example", "amy@mail.example"))
                .containsExactly("Amy@NORTHGATE.example");
        assertThat(holding(STARTS_WITH, "yo", "York", "New York", 7L)).containsExactly("York");
        assertThat(holding(STARTS_WITH, 44, "4401", 4401L, 144L)).containsExactly("4401", 4401L);
        assertThat(holding(CONTAINS, "longer than this", "this")).isEmpty();
    }

    @Test
    void words_order_by_their_letters_and_not_against_numbers() {
        assertThat(holding(AT_LEAST, "m", "Martin", "ada", 5L)).containsExactly("Martin");
        assertThat(holding(AT_LEAST, 5, "Martin", "6")).containsExactly("6");
        assertThat(holding(LESS_THAN, "10", "9", 9L, "nine")).containsExactly("9", 9L);
    }

    @Test
    void a_day_takes_in_all_its_hours_in_the_hub_s_zone() {
        String lateOnTheFirst = "2026-06-30T23:30:00Z"; // half past midnight of July 1st in London
        String lastOfJuly = "2026-07-31T21:00:00Z";
        assertThat(holding(IS, "2026-07-01", lateOnTheFirst, "2026-07-01", lastOfJuly))
                .containsExactly(lateOnTheFirst, "2026-07-01");
        assertThat(holding(AT_LEAST, LocalDate.parse("2026-07-01"), lateOnTheFirst, "2026-06-30T22:59:59Z"))
                .containsExactly(lateOnTheFirst);
        assertThat(holding(BETWEEN, List.of("2026-07-01", "2026-07-31"), lastOfJuly, "2026-07-31T23:00:00Z"))
                .containsExactly(lastOfJuly);
        assertThat(holding(MORE_THAN, "2026-07-31", lastOfJuly, "2026-08-01")).containsExactly("2026-08-01");
    }

    @Test
    void times_compare_as_instants_whatever_their_offset() {
        assertThat(holding(AT_MOST, "2026-07-01T12:00:00+02:00", "2026-07-01T10:00:00Z", "2026-07-01T10:00:01Z"))
                .containsExactly("2026-07-01T10:00:00Z");
        assertThat(holding(IS, Instant.parse("2026-07-01T10:00:00Z"), "2026-07-01T11:00:00", "2026-07-01T10:00:00"))
                .containsExactly("2026-07-01T11:00:00");
        assertThat(holding(AT_LEAST, "2026-07-01", "soon", 20260801L)).isEmpty();
    }

    @Test
    void within_takes_what_is_exactly_that_old_and_older_than_takes_the_rest() {
        Duration days = Duration.ofDays(90);
        String edge = "2026-04-23T10:00:00Z";
        Object[] values = {
            edge, "2026-04-23T09:59:59Z", "2026-04-23T10:00:00.000Z", "2026-04-23", "2026-04-24", "2027-01-01", "x", 5L
        };
        assertThat(holding(WITHIN, days, values))
                .containsExactly(edge, "2026-04-23T10:00:00.000Z", "2026-04-24", "2027-01-01");
        assertThat(holding(OLDER_THAN, days, values)).containsExactly("2026-04-23T09:59:59Z", "2026-04-23");
    }

    @Test
    void the_age_of_a_time_is_exact_when_now_has_a_fraction() {
        Comparison within = new Comparison(WITHIN, Duration.ofDays(1));
        Condition condition = Condition.of(within, NOW.plusMillis(1), LONDON);
        assertThat(condition.holds("2026-07-21T10:00:00Z")).isFalse();
        assertThat(condition.holds("2026-07-21T10:00:01Z")).isTrue();
    }

    @Test
    void what_is_missing_satisfies_only_what_excludes() {
        Map<Comparison, Boolean> expected = Map.ofEntries(
                Map.entry(new Comparison(IS, "a"), false),
                Map.entry(new Comparison(IS_NOT, "a"), true),
                Map.entry(new Comparison(ANY_OF, List.of("a")), false),
                Map.entry(new Comparison(NONE_OF, List.of("a")), true),
                Map.entry(new Comparison(AT_LEAST, 0), false),
                Map.entry(new Comparison(AT_MOST, 0), false),
                Map.entry(new Comparison(MORE_THAN, -1), false),
                Map.entry(new Comparison(LESS_THAN, 1), false),
                Map.entry(new Comparison(BETWEEN, List.of(-1, 1)), false),
                Map.entry(new Comparison(CONTAINS, "a"), false),
                Map.entry(new Comparison(STARTS_WITH, "a"), false),
                Map.entry(new Comparison(EXISTS, true), false),
                Map.entry(new Comparison(EXISTS, false), true),
                Map.entry(new Comparison(MISSING, true), true),
                Map.entry(new Comparison(MISSING, false), false),
                Map.entry(new Comparison(WITHIN, Duration.ofDays(1)), false),
                Map.entry(new Comparison(OLDER_THAN, Duration.ofDays(1)), false));
        expected.forEach((comparison, holds) -> assertThat(
                        Condition.of(comparison, NOW, LONDON).missing())
                .as(comparison.sentence())
                .isEqualTo(holds));
        assertThat(expected.keySet().stream().map(Comparison::operator).distinct())
                .as("every operator is here")
                .hasSize(Operator.values().length);
    }

    @Test
    void a_count_of_nothing_compares_as_zero_but_does_not_exist() {
        assertThat(ofNothing(AT_LEAST, 0)).isTrue();
        assertThat(ofNothing(AT_LEAST, 1)).isFalse();
        assertThat(ofNothing(LESS_THAN, 1)).isTrue();
        assertThat(ofNothing(IS, 0)).isTrue();
        assertThat(ofNothing(IS_NOT, 0)).isFalse();
        assertThat(ofNothing(ANY_OF, List.of(0, 1))).isTrue();
        assertThat(ofNothing(NONE_OF, List.of(0, 1))).isFalse();
        assertThat(ofNothing(BETWEEN, List.of(0, 5))).isTrue();
        assertThat(ofNothing(EXISTS, true)).isFalse();
        assertThat(ofNothing(MISSING, true)).isTrue();
    }

    @Test
    void an_operand_of_another_shape_is_refused_with_a_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(BETWEEN, List.of(1)))
                .withMessage("\"between\" needs a list of two values, the lower one first, not \"[1]\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison(WITHIN, "soon"))
                .withMessageContaining("a length of time such as 90d");
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(EXISTS, "yes"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(IS, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(ANY_OF, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(CONTAINS, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Comparison(IS, Map.of("a", 1)));
    }

    @Test
    void every_operator_is_found_by_its_keyword() {
        for (Operator operator : Operator.values()) {
            assertThat(Operator.of(operator.keyword())).contains(operator);
        }
        assertThat(Operator.of("atleast")).isEmpty();
    }

    private static boolean ofNothing(Operator operator, Object operand) {
        return Condition.ofCount(new Comparison(operator, operand), NOW, LONDON).missing();
    }

    /** The values that satisfy it, seen one by one and as a column. */
    private static List<Object> holding(Operator operator, Object operand, Object... values) {
        Condition condition = Condition.of(new Comparison(operator, operand), NOW, LONDON);
        Column column = new Column(values.length);
        for (int row = 0; row < values.length; row++) {
            column.set(row, values[row]);
        }
        List<Object> found =
                condition.over(column).stream().mapToObj(row -> values[row]).toList();
        for (int row = 0; row < values.length; row++) {
            assertThat(condition.holds(column.value(row)))
                    .as("%s of %s alone", operator, values[row])
                    .isEqualTo(found.contains(values[row]));
        }
        return found;
    }
}
