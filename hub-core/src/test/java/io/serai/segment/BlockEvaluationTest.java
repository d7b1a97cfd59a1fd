package io.serai.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.profile.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BlockEvaluationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Rule rich = new Rule.TraitRule("ltv", new Comparison(Operator.AT_LEAST, 400));
    private final Rule york = new Rule.TraitRule("city", new Comparison(Operator.IS, "York"));
    private final Block block = new Block(4)
            .trait("ltv", 400.0, 399.99, 1000L, null)
            .trait("city", "York", "york", "Leeds", null)
            .trait("consent.email", "granted", "denied", "unknown", null)
            .trait("source.shop", 1L, null, 1L, null)
            .timeline(0, order(10, 5.0, "York"), order(100, 50.0, "Leeds"))
            .timeline(1, order(100, 20.0, "York"))
            .timeline(2, new TimelineEntry("visit", NOW, Map.of()));
    private final Map<String, Segment> segments = new TreeMap<>();

    @Test
    void rules_nest_at_will() {
        assertThat(rows(new Rule.All(List.of(rich, york)))).containsExactly(0);
        assertThat(rows(new Rule.Any(List.of(rich, york)))).containsExactly(0, 1, 2);
        assertThat(rows(new Rule.Not(new Rule.Any(List.of(rich, york))))).containsExactly(3);
        assertThat(rows(new Rule.All(List.of(new Rule.Not(york), new Rule.Any(List.of(rich, new Rule.Not(rich)))))))
                .containsExactly(2, 3);
        assertThat(rows(new Rule.All(List.of()))).containsExactly(0, 1, 2, 3);
        assertThat(rows(new Rule.Any(List.of()))).isEmpty();
    }

    @Test
    void consent_that_nobody_gave_is_unknown() {
        assertThat(rows(new Rule.ConsentRule("email", Rule.Consent.GRANTED))).containsExactly(0);
        assertThat(rows(new Rule.ConsentRule("email", Rule.Consent.DENIED))).containsExactly(1);
        assertThat(rows(new Rule.ConsentRule("email", Rule.Consent.UNKNOWN))).containsExactly(2, 3);
        assertThat(rows(new Rule.ConsentRule("sms", Rule.Consent.UNKNOWN))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_source_is_known_by_its_records() {
        assertThat(rows(new Rule.SourceRule("shop"))).containsExactly(0, 2);
    }

    @Test
    void events_are_counted_within_since_and_where() {
        assertThat(rows(Rule.EventRule.happened("order", Duration.ofDays(90)))).containsExactly(0);
        assertThat(rows(Rule.EventRule.none("order", Duration.ofDays(90)))).containsExactly(1, 2, 3);
        assertThat(rows(times(Rule.Times.AT_LEAST, 2))).containsExactly(0);
        assertThat(rows(times(Rule.Times.AT_MOST, 1))).containsExactly(1, 2, 3);
        assertThat(rows(times(Rule.Times.EXACTLY, 1))).containsExactly(1);
        Instant since = NOW.minus(Duration.ofDays(20));
        assertThat(rows(new Rule.EventRule(
                        "order",
                        Rule.Times.AT_LEAST,
                        1,
                        Optional.of(Duration.ofDays(365)),
                        Optional.of(since),
                        List.of())))
                .containsExactly(0);
        assertThat(rows(where("total", new Comparison(Operator.MORE_THAN, 10)))).containsExactly(0, 1);
        assertThat(rows(where("store", new Comparison(Operator.IS, "york")))).containsExactly(0, 1);
        assertThat(rows(where("coupon", new Comparison(Operator.IS_NOT, "X")))).containsExactly(0, 1);
        assertThat(rows(where("coupon", new Comparison(Operator.EXISTS, true)))).isEmpty();
    }

    @Test
    void a_segment_is_members_of_another_and_is_looked_at_once() {
        segment("rich", rich);
        Rule in = new Rule.SegmentRule("rich");
        assertThat(rows(new Rule.All(List.of(in, new Rule.Not(new Rule.All(List.of(in, york)))))))
                .containsExactly(2);
        assertThat(block.asked).as("columns read: ltv once, city once").isEqualTo(2);
        assertThat(rows(new Rule.Any(List.of(new Rule.Not(in), in)))).hasSize(4);
    }

    @Test
    void segments_in_a_circle_are_refused_not_followed_for_ever() {
        segment("a", new Rule.Not(new Rule.SegmentRule("b")));
        segment("b", new Rule.Any(List.of(york, new Rule.SegmentRule("a"))));
        assertThatThrownBy(() -> new BlockEvaluation(asking(Set.of()), block, null).members("a"))
                .isInstanceOf(SegmentException.class)
                .hasMessageContaining("\"a\" refers to itself, by way of a, b");
        assertThatThrownBy(() -> new Explainer(asking(Set.of()), new Block(1), null).segment("a"))
                .isInstanceOf(SegmentException.class);
        assertThat(new Meaning(asking(Set.of()), Map.of(), "a").movesWithTime()).isFalse();
    }

    @Test
    void a_segment_that_is_not_there_is_named() {
        assertThatThrownBy(() -> rows(new Rule.SegmentRule("vip")))
                .hasMessage("There is no segment \"vip\". hub segment list shows all.");
    }

    @Test
    void no_column_is_read_once_the_answer_is_known() {
        rows(new Rule.All(List.of(new Rule.Any(List.of()), york)));
        rows(new Rule.Any(List.of(new Rule.All(List.of()), york)));
        assertThat(block.asked).isZero();
    }

    @Test
    void rules_speak() {
        assertThat(rich.sentence()).isEqualTo("ltv at least 400");
        assertThat(new Rule.All(List.of(rich, new Rule.Any(List.of(york, new Rule.Not(york))))).sentence())
                .isEqualTo("ltv at least 400 and (city is \"York\" or not city is \"York\")");
        assertThat(Rule.EventRule.none("order", Duration.ofDays(90)).sentence()).isEqualTo("no order within 90 days");
        assertThat(where("total", new Comparison(Operator.BETWEEN, List.of(1, 2.50)))
                        .sentence())
                .isEqualTo("at least 1 order with total between 1 and 2.5");
        assertThat(new Rule.TraitRule("born", new Comparison(Operator.MISSING, false)).sentence())
                .isEqualTo("born exists");
        assertThat(new Rule.TraitRule("seen", new Comparison(Operator.OLDER_THAN, Duration.ofHours(1))).sentence())
                .isEqualTo("seen older than 1 hour");
    }

    @Test
    void a_verdict_is_explained_with_what_was_found() {
        segment("rich", rich);
        segment(
                "all",
                new Rule.All(List.of(
                        new Rule.SegmentRule("rich"),
                        new Rule.TraitRule("orders", new Comparison(Operator.AT_MOST, 0)),
                        Rule.EventRule.none("order", Duration.ofDays(90)),
                        new Rule.Not(new Rule.ConsentRule("email", Rule.Consent.DENIED)))));
        Block person = new Block(1).trait("ltv", 420.5).timeline(0, order(3, 1.0, "York"));
        Explanation all = new Explainer(asking(Set.of("orders")), person, null).segment("all");
        assertThat(all.sentence()).isEqualTo("3 of 4 rules hold, needs all: no");
        assertThat(all.parts().get(0).parts().get(0).sentence()).isEqualTo("ltv is 420.5, needs at least 400: yes");
        assertThat(all.parts().get(1).sentence())
                .isEqualTo("orders is missing, which counts as 0, needs at most 0: yes");
        assertThat(all.parts().get(2).sentence()).isEqualTo("has 1 order within 90 days, needs no: no");
        assertThat(all.parts().get(3).sentence()).isEqualTo("not consent email is denied: yes");
        assertThat(all.parts().get(3).parts().get(0).sentence())
                .isEqualTo("consent email is unknown, needs denied: no");
    }

    private List<Integer> rows(Rule rule) {
        return new BlockEvaluation(asking(Set.of()), block, null)
                .rows(rule).stream().boxed().toList();
    }

    private Asking asking(Set<String> counted) {
        return new Asking(segments, counted, NOW, ZoneOffset.UTC);
    }

    private void segment(String name, Rule where) {
        segments.put(name, new Segment(name, name, where, 1));
    }

    private static Rule times(Rule.Times times, long count) {
        return new Rule.EventRule("order", times, count, Optional.empty(), Optional.empty(), List.of());
    }

    private static Rule where(String property, Comparison comparison) {
        return new Rule.EventRule(
                "order",
                Rule.Times.AT_LEAST,
                1,
                Optional.empty(),
                Optional.empty(),
                List.of(new Rule.PropertyRule(property, comparison)));
    }

    private static TimelineEntry order(int daysAgo, double total, String store) {
        return new TimelineEntry("order", NOW.minus(Duration.ofDays(daysAgo)), Map.of("total", total, "store", store));
    }
}
