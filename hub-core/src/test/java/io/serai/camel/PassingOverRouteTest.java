package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.segment.Comparison;
import io.serai.segment.Operator;
import io.serai.segment.Rule;
import io.serai.segment.Segment;
import io.serai.spi.Change;
import io.serai.store.SqlitePlans;
import io.serai.sync.Counts;
import io.serai.sync.Plans;
import io.serai.sync.RunRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a route need not read, because nothing can have changed of them; seen by values that somebody altered behind the hub's back. */
class PassingOverRouteTest {

    private static final String PUSH =
            "to: { uri: hub:push/mail/members, parameters: { mapping: mail-members, mode: mirror, consent: none } }";

    private static final Segment LEEDS = city("leeds", "Leeds");

    @TempDir
    private Path folder;

    @AutoClose
    private TestHome home;

    @BeforeEach
    void three_people() {
        open(LEEDS);
        home.routes("in", """
                - route:
                    id: in
                    from:
                      uri: hub:pull/shop/customers
                      steps:
                        - to: { uri: hub:ingest/shop-customers }
                """);
        lives("S1", "ann", "Leeds");
        lives("S2", "bob", "York");
        lives("S3", "cat", "Leeds");
        home.sync("in");
    }

    @Test
    void who_was_not_touched_is_not_read_again_but_counts_as_unchanged() throws SQLException {
        route("hub:profiles", PUSH);
        home.sync("out");
        behindTheHubsBack("York", "Hull");
        lives("S1", "ann", "Bath");
        home.sync("in");
        assertThat(home.sync("out").counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(home.streams.held.get("bob@shop.test")).containsEntry("city", "York");
        assertThat(plan()).containsEntry("changes", 1L).containsEntry("unchanged", 2L);
        assertThat(home.sync("out").counts()).isEqualTo(Counts.NONE);
        assertThat(plan()).containsEntry("unchanged", 3L);
    }

    @Test
    void a_push_of_people_asks_for_a_consent_that_its_mapping_does_not_have() {
        home.streams.add("S1", "id", "S1", "email", "ann@shop.test", "city", "Leeds", "newsletter", "granted");
        home.streams.add("S3", "id", "S3", "email", "cat@shop.test", "city", "Leeds", "newsletter", "denied");
        home.sync("in");
        route("hub:segment/leeds", PUSH.replace("none", "email"));
        assertThat(home.sync("out").counts()).isEqualTo(Counts.ofPush(2, 1, 0, 0, 1));
        assertThat(home.streams.held).containsOnlyKeys("ann@shop.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setHeader: { name: letter, constant: spring }",
                "log: { message: hello }",
                "filter: { simple: \"${header.HubPage} == 1\", steps: [] }",
                "to: direct:elsewhere"
            })
    void a_route_that_does_anything_else_reads_everybody(String step) throws SQLException {
        home.routes("elsewhere", """
                - route:
                    id: elsewhere
                    from:
                      uri: direct:elsewhere
                      steps:
                        - log: { message: hello }
                """);
        route("hub:profiles", step, PUSH);
        home.sync("out");
        behindTheHubsBack("York", "Hull");
        assertThat(home.sync("out").counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        behindTheHubsBack("Hull", "Bath");
        route("hub:profiles", PUSH);
        assertThat(home.sync("out").counts())
                .as("nor does such a run say whom others may pass over")
                .isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
    }

    @Test
    void who_leaves_a_segment_is_taken_away_and_who_enters_is_added() throws SQLException {
        route("hub:segment/leeds", PUSH);
        home.sync("out");
        behindTheHubsBack("cat@shop.test", "dot@shop.test");
        lives("S1", "ann", "York");
        lives("S2", "bob", "Leeds");
        home.sync("in");
        assertThat(home.sync("out").counts()).isEqualTo(Counts.ofPush(2, 2, 0, 0, 0));
        assertThat(home.streams.held).containsOnlyKeys("bob@shop.test", "cat@shop.test");
    }

    @Test
    void a_segment_that_means_something_else_moves_people_whom_nobody_touched() {
        route("hub:segment/leeds", PUSH);
        home.sync("out");
        assertThat(home.sync("out").counts()).isEqualTo(Counts.NONE);
        Map<String, Map<String, Object>> held = Map.copyOf(home.streams.held);
        home.close();
        open(city("leeds", "York"));
        home.streams.held.putAll(held);
        assertThat(home.sync("out").counts()).isEqualTo(Counts.ofPush(3, 3, 0, 0, 0));
        assertThat(home.streams.held).containsOnlyKeys("bob@shop.test");
    }

    @Test
    void a_destination_that_did_not_get_everything_is_sent_the_rest() {
        route("hub:profiles", PUSH, PUSH.replace("mail/members", "paper/members"));
        home.streams.refuses = "paper";
        assertThat(home.sync("out").counts()).isEqualTo(Counts.ofPush(6, 3, 0, 3, 0));
        home.streams.refuses = null;
        assertThat(home.sync("out").counts()).isEqualTo(Counts.ofPush(3, 3, 0, 0, 0));
        assertThat(home.sync("out").counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void a_record_that_is_gone_takes_its_person_away() {
        route("hub:profiles", PUSH);
        home.sync("out");
        home.streams.changes.add(new Change.Delete("S2"));
        home.sync("in");
        home.sync("out");
        assertThat(home.streams.held).containsOnlyKeys("ann@shop.test", "cat@shop.test");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_plan_is_the_same_whether_everybody_is_read_or_only_the_touched(long seed) throws SQLException {
        home.close();
        open(
                LEEDS,
                new Segment("apart", "Apart", new Rule.Not(new Rule.SegmentRule("leeds")), 1),
                new Segment(
                        "first",
                        "First of each city",
                        new Rule.Not(new Rule.SegmentRule("apart")),
                        Optional.of("city"),
                        1));
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            for (int edits = random.nextInt(4); edits > 0; edits--) {
                int id = random.nextInt(9);
                if (random.nextInt(6) == 0) {
                    home.streams.changes.add(new Change.Delete("S" + id));
                } else {
                    lives("S" + id, "p" + id, List.of("Leeds", "York", "Bath").get(random.nextInt(3)));
                }
            }
            home.sync("in");
            route(
                    List.of("hub:profiles", "hub:segment/leeds", "hub:segment/apart", "hub:segment/first")
                            .get(random.nextInt(4)),
                    PUSH);
            home.sync("out", RunRequest.plan());
            Map<String, Object> some = plan();
            sql("DELETE FROM settled");
            home.sync("out", RunRequest.plan());
            assertThat(plan()).isEqualTo(some);
            home.sync("out");
        }
    }

    private void open(Segment... segments) {
        home = new TestHome(folder, segments);
    }

    private static Segment city(String name, String city) {
        return new Segment(name, name, new Rule.TraitRule("city", new Comparison(Operator.IS, city)), city.hashCode());
    }

    private void lives(String id, String name, String city) {
        home.streams.add(id, "id", id, "email", name + "@shop.test", "city", city);
    }

    private void route(String from, String... steps) {
        home.routes("out", """
                - route:
                    id: out
                    from:
                      uri: %s
                      steps:
                %s
                """.formatted(from, "        - " + String.join("\n        - ", steps)));
    }

    /** The newest plan, without its number. */
    private Map<String, Object> plan() {
        Plans plans = new Plans(new SqlitePlans(home.database));
        Map<String, Object> plan = plans.json(plans.list(1).get(0));
        plan.remove("plan");
        plan.computeIfPresent("rows", (name, rows) -> StreamSupport.stream(((Iterable<?>) rows).spliterator(), false)
                .toList());
        return plan;
    }

    private void behindTheHubsBack(String value, String other) throws SQLException {
        sql("UPDATE profile_trait SET traits = replace(traits, '" + value + "', '" + other + "')");
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/hub.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
