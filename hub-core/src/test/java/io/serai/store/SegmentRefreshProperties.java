package io.serai.store;

import static io.serai.store.PeopleFixture.count;
import static io.serai.store.PeopleFixture.onePer;
import static io.serai.store.PeopleFixture.segment;
import static io.serai.store.PeopleFixture.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.profile.TraitDefinition;
import io.serai.segment.Comparison;
import io.serai.segment.Member;
import io.serai.segment.Operator;
import io.serai.segment.Rule;
import io.serai.segment.Segment;
import io.serai.segment.Segments;
import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class SegmentRefreshProperties {

    private static final int PEOPLE = 40;
    private static final List<TraitDefinition> TRAITS =
            List.of(count("orders_30d", Duration.ofDays(30), 1), sum("spent"));
    private static final Segment[] SEGMENTS = {
        segment("rich", new Rule.TraitRule("ltv", new Comparison(Operator.AT_LEAST, 50))),
        segment(
                "quiet",
                new Rule.All(List.of(
                        new Rule.Not(new Rule.SegmentRule("rich")),
                        Rule.EventRule.none("order", Duration.ofDays(30))))),
        onePer("one_of_each", "home", new Rule.TraitRule("ltv", new Comparison(Operator.AT_LEAST, 30))),
        segment(
                "others",
                new Rule.All(List.of(
                        new Rule.TraitRule("ltv", new Comparison(Operator.AT_LEAST, 10)),
                        new Rule.Not(new Rule.SegmentRule("one_of_each"))))),
        segment("busy", new Rule.TraitRule("orders_30d", new Comparison(Operator.AT_LEAST, 2))),
        segment(
                "spender",
                new Rule.Any(List.of(
                        new Rule.TraitRule("spent", new Comparison(Operator.MORE_THAN, 20)),
                        new Rule.SegmentRule("rich")))),
    };

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void bit_by_bit_and_all_at_once_give_the_same_members(@ForAll long seed) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("segments");
                PeopleFixture people = new PeopleFixture(folder.path().resolve("hub.db"))) {
            Random random = new Random(seed);
            Segments segments = people.segments(TRAITS, SEGMENTS);
            for (long id = 1; id <= PEOPLE; id++) {
                people.person(
                        id * (id % 3 == 0 ? 100 : 1),
                        Map.of("ltv", (long) random.nextInt(100), "home", "H" + random.nextInt(12)));
            }
            for (int round = 0; round < 5; round++) {
                for (int n = random.nextInt(10); n > 0; n--) {
                    change(people, random);
                }
                people.clock.advance(Duration.ofDays(random.nextInt(20)));
                if (random.nextBoolean()) {
                    people.traits(TRAITS.toArray(TraitDefinition[]::new)).refresh();
                }
                for (Segment one : SEGMENTS) {
                    refresh(segments, one.name(), random);
                    assertThat(ids(segments.membership(one.name(), 0, 1_000)))
                            .as("%s in round %d", one.name(), round)
                            .isEqualTo(ids(segments.members(one.name(), 0, 1_000)))
                            .hasSize((int) segments.count(one.name()))
                            .isEqualTo(explained(people, segments, one.name()));
                }
            }
        }
    }

    /** With the bits of all members, or without, so that those that were kept are sometimes older. */
    private static void refresh(Segments segments, String segment, Random random) {
        if (random.nextBoolean()) {
            segments.refresh(segment);
        } else {
            BitSet members = segments.refreshed(segment).members();
            assertThat(members.stream().mapToObj(id -> (long) id).toList())
                    .as(segment)
                    .isEqualTo(ids(segments.membership(segment, 0, 1_000)));
        }
    }

    private static void change(PeopleFixture people, Random random) {
        List<Long> live = people.database.read(connection ->
                Sql.list(connection, row -> row.getLong(1), "SELECT id FROM profile WHERE live = 1 ORDER BY id"));
        long one = live.get(random.nextInt(live.size()));
        long other = live.get(random.nextInt(live.size()));
        switch (random.nextInt(5)) {
            case 4 -> people.trait(one, "home", random.nextInt(4) == 0 ? null : "H" + random.nextInt(12));
            case 0 -> people.trait(one, "ltv", random.nextBoolean() ? null : (Object) (long) random.nextInt(100));
            case 1, 2 -> {
                people.order(
                        one, people.clock.instant().minus(Duration.ofDays(random.nextInt(40))), 9.99, "York", null);
                // Values stored for this person are out of date now.
                people.update("UPDATE meta SET value = '0' WHERE key = 'computed_version'");
            }
            default -> {
                if (one != other && live.size() > 10) {
                    people.merge(one, other);
                    people.update("UPDATE meta SET value = '0' WHERE key = 'computed_version'");
                }
            }
        }
    }

    /** Who is in, asked of each person alone. */
    private static List<Long> explained(PeopleFixture people, Segments segments, String segment) {
        List<Long> live = people.database.read(connection ->
                Sql.list(connection, row -> row.getLong(1), "SELECT id FROM profile WHERE live = 1 ORDER BY id"));
        return live.stream()
                .filter(id -> segments.explain(segment, id).orElseThrow().holds())
                .toList();
    }

    private static List<Long> ids(List<Member> members) {
        return members.stream().map(Member::profileId).toList();
    }
}
