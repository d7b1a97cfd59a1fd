package io.serai.store;

import static io.serai.store.PeopleFixture.START;
import static io.serai.store.PeopleFixture.count;
import static io.serai.store.PeopleFixture.onePer;
import static io.serai.store.PeopleFixture.segment;
import static io.serai.store.PeopleFixture.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.profile.TraitDefinition;
import io.serai.segment.Comparison;
import io.serai.segment.Explanation;
import io.serai.segment.Member;
import io.serai.segment.Operator;
import io.serai.segment.Overlap;
import io.serai.segment.Refreshed;
import io.serai.segment.Rule;
import io.serai.segment.SegmentException;
import io.serai.segment.Segments;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSegmentsTest {

    private static final Rule VIP = rule("lifetime_value", Operator.AT_LEAST, 400);
    private static final Rule STAFF = rule("email", Operator.CONTAINS, "@northgate.example");
    private static final Duration DAYS = Duration.ofDays(90);

    @TempDir
    Path folder;

    @AutoClose
    private PeopleFixture people;

    @BeforeEach
    void open() {
        people = new PeopleFixture(folder.resolve("hub.db"));
    }

    @Test
    void members_are_the_people_whose_columns_say_so() {
        people.person(1, Map.of("lifetime_value", 400.0, "email", "amy@mail.example"));
        people.person(2, Map.of("lifetime_value", 399.99, "email", "bob@mail.example"));
        people.person(3, Map.of("lifetime_value", 850L, "email", "cat@northgate.example"));
        people.person(4, Map.of("lifetime_value", 401L));
        people.person(900_000, Map.of("lifetime_value", 1000L));
        Segments segments = people.segments(
                List.of(),
                segment("vips", new Rule.All(List.of(VIP, new Rule.Not(new Rule.SegmentRule("staff"))))),
                segment("staff", STAFF));
        assertThat(segments.count("vips")).isEqualTo(3);
        assertThat(ids(segments.members("vips", 0, 2))).containsExactly(1L, 4L);
        assertThat(ids(segments.members("vips", 4, 2))).containsExactly(900_000L);
        assertThat(segments.overlap("vips", "staff")).isEqualTo(new Overlap(3, 1, 0));
    }

    @Test
    void every_kind_of_rule_reads_its_column() {
        people.person(1, Map.of("consent.email", "granted", "source.shop", 1L));
        people.person(2, Map.of("consent.email", "denied", "birth_date", "2000-01-31"));
        people.order(1, START.minus(Duration.ofDays(1)), 20.0, "York", "{\"coupon\":\"SPRING\",\"lines\":3}");
        people.order(1, START.minus(Duration.ofDays(100)), 5.5, "Leeds", null);
        assertMembers(new Rule.ConsentRule("email", Rule.Consent.GRANTED), 1);
        assertMembers(new Rule.SourceRule("shop"), 1);
        assertMembers(Rule.EventRule.none("order", DAYS), 2);
        assertMembers(Rule.EventRule.happened("order", DAYS), 1);
        assertMembers(Rule.EventRule.happened("visit", DAYS));
        assertMembers(where("coupon", new Comparison(Operator.IS, "spring")), 1);
        assertMembers(where("lines", new Comparison(Operator.AT_LEAST, 3)), 1);
        assertMembers(where("total", new Comparison(Operator.LESS_THAN, 5.5)));
        assertMembers(where("store", new Comparison(Operator.ANY_OF, List.of("leeds"))), 1);
        assertMembers(rule("profile_id", Operator.IS, "P2"), 2);
        assertMembers(rule("created_at", Operator.WITHIN, Duration.ofDays(1)), 1, 2);
        assertMembers(rule("birth_date", Operator.BETWEEN, List.of("2000-01-01", "2000-12-31")), 2);
        assertMembers(rule("nobody_has_this", Operator.MISSING, true), 1, 2);
    }

    @Test
    void who_enters_and_who_leaves_is_kept_with_the_time() {
        people.person(1, Map.of("lifetime_value", 400L));
        people.person(2, Map.of("lifetime_value", 100L));
        Segments segments = people.segments(List.of(), segment("vips", VIP));
        assertThat(segments.refresh("vips")).isEqualTo(new Refreshed(START, 1, 0, 2));
        people.clock.advance(Duration.ofHours(1));
        people.trait(1, "lifetime_value", 399L);
        people.trait(2, "lifetime_value", 500L);
        Instant later = START.plus(Duration.ofHours(1));
        assertThat(segments.refresh("vips")).isEqualTo(new Refreshed(later, 1, 1, 2));
        assertThat(segments.membership("vips", 0, 10)).containsExactly(new Member(2, later));
        assertThat(segments.left("vips", later)).containsExactly(new Member(1, later));
        assertThat(segments.left("vips", later.plusMillis(1))).isEmpty();
        people.clock.advance(Duration.ofHours(1));
        people.trait(1, "lifetime_value", 900L);
        segments.refresh("vips");
        assertThat(segments.membership("vips", 0, 10))
                .as("who comes back enters again")
                .containsExactly(new Member(1, later.plus(Duration.ofHours(1))), new Member(2, later));
        assertThat(segments.left("vips", START)).isEmpty();
    }

    @Test
    void only_touched_people_are_looked_at_until_the_meaning_changes() {
        for (long id = 1; id <= 50; id++) {
            people.person(id, Map.of("lifetime_value", id * 10, "email", id + "@northgate.example"));
        }
        Rule vipStaff = new Rule.All(List.of(VIP, new Rule.SegmentRule("staff")));
        Segments segments = people.segments(List.of(), segment("vips", vipStaff), segment("staff", STAFF));
        assertThat(segments.refresh("vips").evaluated()).isEqualTo(50);
        assertThat(segments.refresh("vips").evaluated()).isZero();
        people.trait(7, "lifetime_value", 7000L);
        assertThat(segments.refresh("vips")).isEqualTo(new Refreshed(START, 1, 0, 1));
        Segments changed = people.segments(
                List.of(), segment("vips", vipStaff), segment("staff", rule("email", Operator.STARTS_WITH, "7@")));
        assertThat(changed.refresh("vips"))
                .as("the referenced segment means something else")
                .isEqualTo(new Refreshed(START, 0, 11, 50));
        TraitDefinition defined = sum("lifetime_value");
        assertThat(people.segments(List.of(defined), segment("vips", VIP), segment("staff", STAFF))
                        .refresh("vips")
                        .evaluated())
                .as("the trait is computed now")
                .isEqualTo(50);
    }

    @Test
    void a_person_leaves_a_window_without_a_new_record() {
        people.person(1, Map.of("seen", START.toString()));
        people.order(1, START, 10.0, "York", null);
        Segments segments = people.segments(
                List.of(),
                segment("recent", Rule.EventRule.happened("order", DAYS)),
                segment("lapsed", new Rule.Not(new Rule.SegmentRule("recent"))),
                segment("seen", rule("seen", Operator.WITHIN, DAYS)));
        assertThat(segments.refresh("recent").entered()).isEqualTo(1);
        assertThat(segments.refresh("seen").entered()).isEqualTo(1);
        assertThat(segments.refresh("lapsed").entered()).isZero();
        people.clock.advance(DAYS);
        assertThat(segments.refresh("recent").left()).as("exactly that old").isZero();
        people.clock.advance(Duration.ofMillis(1));
        assertThat(segments.refresh("recent").left()).isEqualTo(1);
        assertThat(segments.refresh("lapsed").entered()).isEqualTo(1);
        people.clock.advance(Duration.ofSeconds(1));
        assertThat(segments.refresh("seen").left()).isEqualTo(1);
    }

    @Test
    void a_computed_trait_moves_with_time_though_nobody_refreshed_it() {
        TraitDefinition recent = count("orders_90d", DAYS, 1);
        people.person(1, Map.of());
        people.order(1, START, 10.0, "York", null);
        people.order(1, START.minus(Duration.ofDays(1)), 10.0, "York", null);
        Segments segments = people.segments(List.of(recent), segment("busy", rule("orders_90d", Operator.AT_LEAST, 2)));
        assertThat(segments.count("busy")).as("not stored yet").isEqualTo(1);
        people.traits(recent).refresh();
        assertThat(people.value(1, "orders_90d")).isEqualTo(2L);
        assertThat(segments.refresh("busy").entered()).isEqualTo(1);
        people.clock.advance(Duration.ofDays(89).plusSeconds(1));
        assertThat(people.value(1, "orders_90d")).isEqualTo(2L);
        assertThat(segments.count("busy")).isZero();
        assertThat(segments.refresh("busy").left()).isEqualTo(1);
        assertThat(segments.explain("busy", 1).orElseThrow().sentence())
                .isEqualTo("orders_90d is 1, needs at least 2: no");
    }

    @Test
    void merged_and_vanished_people_leave() {
        people.person(1, Map.of("lifetime_value", 400L));
        people.person(2, Map.of("lifetime_value", 500L));
        people.person(3, Map.of("lifetime_value", 600L));
        Segments segments = people.segments(List.of(), segment("vips", VIP));
        segments.refresh("vips");
        people.merge(2, 1);
        people.leaveStore(3);
        assertThat(segments.count("vips")).isEqualTo(1);
        assertThat(segments.refresh("vips")).isEqualTo(new Refreshed(START, 0, 2, 1));
        assertThat(ids(segments.membership("vips", 0, 10))).containsExactly(1L);
        assertThat(segments.explain("vips", 2)).isEmpty();
    }

    @Test
    void the_entries_of_a_merged_person_count_for_the_survivor() {
        people.person(1, Map.of());
        people.person(2, Map.of());
        people.order(1, START, 1.0, "York", null);
        people.order(2, START, 1.0, "York", null);
        people.merge(2, 1);
        assertMembers(
                new Rule.EventRule("order", Rule.Times.EXACTLY, 2, Optional.empty(), Optional.empty(), List.of()), 1);
    }

    @Test
    void a_store_open_for_reading_answers_everything_and_keeps_nothing() {
        TraitDefinition value = sum("lifetime_value");
        people.person(1, Map.of());
        people.order(1, START, 400.0, "York", null);
        try (SqliteDatabase reading = SqliteDatabase.openForReading(folder.resolve("hub.db"))) {
            Segments segments = people.segments(reading, List.of(value), segment("vips", VIP));
            assertThat(segments.count("vips")).isEqualTo(1);
            assertThat(segments.members("vips", 0, 10)).containsExactly(new Member(1, null));
            assertThat(segments.overlap("vips", "vips")).isEqualTo(new Overlap(1, 1, 1));
            assertThat(segments.explain("vips", 1).map(Explanation::sentence))
                    .contains("lifetime_value is 400, needs at least 400: yes");
            assertThat(segments.membership("vips", 0, 10)).isEmpty();
        }
        assertThat(people.number("SELECT count(*) FROM membership")).isZero();
    }

    @Test
    void one_person_of_each_value_is_a_member_the_oldest_profile_of_those_who_satisfy_the_rule() {
        people.person(1, Map.of("lifetime_value", 100L, "home", "H7"));
        people.person(2, Map.of("lifetime_value", 500L, "home", "H7"));
        people.person(3, Map.of("lifetime_value", 600L, "home", "H7"));
        people.person(4, Map.of("lifetime_value", 400L, "home", "H8"));
        people.person(5, Map.of("lifetime_value", 400L));
        people.person(6, Map.of("lifetime_value", 400L));
        Segments segments = people.segments(
                List.of(),
                onePer("letter", "home", VIP),
                segment("no_letter", new Rule.All(List.of(VIP, new Rule.Not(new Rule.SegmentRule("letter"))))));
        assertThat(ids(segments.members("letter", 0, 10))).containsExactly(2L, 4L, 5L, 6L);
        assertThat(ids(segments.members("letter", 2, 2))).containsExactly(4L, 5L);
        assertThat(segments.count("letter")).isEqualTo(4);
        assertThat(ids(segments.members("no_letter", 0, 10))).containsExactly(3L);
        assertThat(segments.overlap("letter", "no_letter")).isEqualTo(new Overlap(4, 1, 0));
    }

    @Test
    void when_the_representative_leaves_the_next_oldest_enters() {
        people.person(1, Map.of("lifetime_value", 500L, "home", "H7"));
        people.person(2, Map.of("lifetime_value", 500L, "home", "H7"));
        people.person(3, Map.of("lifetime_value", 500L, "home", "H8"));
        people.person(4, Map.of("lifetime_value", 500L, "home", "H8"));
        Segments segments = people.segments(List.of(), onePer("letter", "home", VIP));
        segments.refresh("letter");
        assertThat(ids(segments.membership("letter", 0, 10))).containsExactly(1L, 3L);
        people.trait(1, "lifetime_value", 1L);
        people.trait(3, "home", "H9");
        assertThat(segments.refresh("letter").entered()).isEqualTo(2);
        assertThat(ids(segments.membership("letter", 0, 10))).containsExactly(2L, 3L, 4L);
        people.leaveStore(2);
        people.trait(1, "lifetime_value", 500L);
        segments.refresh("letter");
        assertThat(ids(segments.membership("letter", 0, 10))).containsExactly(1L, 3L, 4L);
    }

    @Test
    void an_explanation_says_who_represents_the_value() {
        people.person(1, Map.of("lifetime_value", 500L, "home", "H7"));
        people.person(2, Map.of("lifetime_value", 500L, "home", "H7"));
        people.person(3, Map.of("lifetime_value", 100L, "home", "H8"));
        people.person(4, Map.of("lifetime_value", 500L));
        Segments segments = people.segments(List.of(), onePer("letter", "home", VIP));
        assertExplained(segments, 1, true, "home is \"H7\", which P1 represents: yes");
        assertExplained(segments, 2, false, "home is \"H7\", which P1 represents: no");
        assertExplained(segments, 3, false, "home is \"H8\", which nobody here represents: no");
        assertExplained(segments, 4, true, "home is missing, so nobody else stands for the person: yes");
        assertThat(segments.explain("letter", 2).orElseThrow().rule())
                .isEqualTo("lifetime_value at least 400, one per home");
    }

    private static void assertExplained(Segments segments, long person, boolean in, String because) {
        Explanation explanation = segments.explain("letter", person).orElseThrow();
        assertThat(explanation.holds()).isEqualTo(in);
        assertThat(explanation.parts().get(1).sentence()).isEqualTo(because);
    }

    @Test
    void an_unknown_segment_is_named() {
        Segments segments = people.segments(List.of(), segment("vips", VIP));
        assertThatThrownBy(() -> segments.count("vip"))
                .isInstanceOf(SegmentException.class)
                .hasMessageContaining("\"vip\"");
    }

    private void assertMembers(Rule rule, long... expected) {
        Segments segments = people.segments(List.of(), segment("asked", rule));
        assertThat(ids(segments.members("asked", 0, 100)))
                .as(rule.sentence())
                .containsExactly(Arrays.stream(expected).boxed().toArray(Long[]::new));
    }

    private static List<Long> ids(List<Member> members) {
        return members.stream().map(Member::profileId).toList();
    }

    private static Rule rule(String trait, Operator operator, Object operand) {
        return new Rule.TraitRule(trait, new Comparison(operator, operand));
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
}
