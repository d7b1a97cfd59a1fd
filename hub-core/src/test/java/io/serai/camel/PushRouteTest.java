package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.MergeGuard;
import io.serai.record.Mapping;
import io.serai.record.OutMapper;
import io.serai.record.SourceRecord;
import io.serai.segment.Comparison;
import io.serai.segment.Operator;
import io.serai.segment.Rule;
import io.serai.segment.Segment;
import io.serai.spi.Change;
import io.serai.sync.Counts;
import io.serai.sync.PushTarget;
import io.serai.sync.Run;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushRouteTest {

    private static final String EVERYBODY = """
            - route:
                id: out
                from:
                  uri: hub:profiles
                  steps:
                    - to: { uri: hub:push/mail/members, parameters: { mapping: mail-members, mode: mirror, consent: none } }
            """;

    private static final Segment LEEDS =
            new Segment("leeds", "Leeds", new Rule.TraitRule("city", new Comparison(Operator.IS, "Leeds")), 1);

    @TempDir
    private Path folder;

    @AutoClose
    private TestHome home;

    @BeforeEach
    void three_people() {
        home = new TestHome(folder, LEEDS);
        home.routes("in", """
                - route:
                    id: in
                    from:
                      uri: hub:pull/shop/customers
                      steps:
                        - to: { uri: hub:ingest/shop-customers }
                """);
        home.streams
                .add("S1", "id", "S1", "email", "ann@shop.test", "city", "Leeds")
                .add("S2", "id", "S2", "email", "bob@shop.test", "city", "York")
                .add("S3", "id", "S3", "email", "cat@shop.test", "city", "Leeds");
        home.sync("in");
    }

    @Test
    void everybody_is_pushed_and_an_unchanged_push_sends_nothing() {
        RunView run = home.routes("out", EVERYBODY).sync("out");
        assertThat(run.message()).isNull();
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        assertThat(run.counts().planned()).isEqualTo(3);
        assertThat(run.counts().sent()).isEqualTo(3);
        assertThat(home.streams.held).containsOnlyKeys("ann@shop.test", "bob@shop.test", "cat@shop.test");
        RunView again = home.sync("out");
        assertThat(again.counts().planned()).isZero();
        assertThat(home.streams.batches).isEqualTo(1);
    }

    @Test
    void nobody_is_sent_before_what_a_great_load_left_is_known_of_them() {
        Map<String, Object> record = Map.of("id", "S9", "email", "new@shop.test", "city", "York");
        Mapping customers = home.services.mappings().get("shop-customers");
        home.services
                .pulls()
                .ingest()
                .land(customers, List.of(new SourceRecord("S9", record, false)), null, MergeGuard.none(), 1);
        home.routes("out", EVERYBODY).sync("out");
        assertThat(home.streams.held).containsKey("new@shop.test");
    }

    @Test
    void a_dry_run_sends_nothing() {
        RunView run = home.routes("out", EVERYBODY).sync("out", RunRequest.dryRun());
        assertThat(run.counts().sent()).isZero();
        assertThat(home.streams.held).isEmpty();
    }

    @Test
    void a_person_whom_a_filter_drops_is_taken_from_the_destination() {
        home.routes("out", EVERYBODY).sync("out");
        RunView run = home.routes("out", """
                        - route:
                            id: out
                            from:
                              uri: hub:profiles
                              steps:
                                - split:
                                    simple: "${body}"
                                    steps:
                                      - filter:
                                          simple: "${body[city]} == 'Leeds'"
                                          steps:
                                            - to: { uri: hub:push/mail/members, parameters: { mapping: mail-members, mode: mirror, consent: none } }
                        """).sync("out");
        assertThat(run.message()).isNull();
        assertThat(run.counts().planned()).isEqualTo(1);
        assertThat(home.streams.held).containsOnlyKeys("ann@shop.test", "cat@shop.test");
    }

    @Test
    void a_step_that_no_page_reaches_wants_nobody_there_and_that_waits_for_a_person() {
        home.routes("out", EVERYBODY).sync("out");
        RunView run = home.routes("out", EVERYBODY.replace("- to:", """
                                - filter:
                                            simple: "${header.HubPage} == 99"
                                            steps:
                                              - to:""")).sync("out");
        assertThat(run.status()).isEqualTo(RunStatus.HELD);
        assertThat(run.counts().planned()).isEqualTo(3);
        assertThat(home.streams.held).hasSize(3);
    }

    @Test
    void a_page_that_fails_sends_nothing() {
        RunView run = home.routes("out", EVERYBODY.stripTrailing() + """

                                        - throwException: { exceptionType: java.lang.IllegalStateException, message: no paper }
                                """).sync("out");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).isEqualTo("no paper");
        assertThat(home.streams.held).isEmpty();
        assertThat(run.counts().planned()).isZero();
    }

    @Test
    void a_segment_delivers_its_members_and_says_who_entered() {
        RunView run = home.routes("out", segment("members")).sync("out");
        assertThat(run.message()).isNull();
        assertThat(home.streams.held).containsOnlyKeys("ann@shop.test", "cat@shop.test");
        home.streams.add("S1", "id", "S1", "email", "ann@shop.test", "city", "York");
        home.sync("in");
        home.sync("out");
        assertThat(home.streams.held).containsOnlyKeys("cat@shop.test");
    }

    @Test
    void changes_are_only_those_who_entered_or_left() {
        home.routes("out", segment("changes")).sync("out");
        assertThat(home.streams.held).containsOnlyKeys("ann@shop.test", "cat@shop.test");
        home.streams
                .add("S1", "id", "S1", "email", "ann@shop.test", "city", "York")
                .add("S2", "id", "S2", "email", "bob@shop.test", "city", "Leeds");
        home.sync("in");
        RunView run = home.sync("out");
        assertThat(run.message()).isNull();
        assertThat(home.streams.held).containsOnlyKeys("bob@shop.test", "cat@shop.test");
        assertThat(home.sync("out").counts().planned()).isZero();
    }

    @Test
    void changes_of_everybody_are_only_those_who_were_touched() {
        home.routes(
                        "out",
                        EVERYBODY.replace(
                                "uri: hub:profiles", "uri: hub:profiles\n      parameters: { emit: changes }"))
                .sync("out");
        assertThat(home.streams.held).hasSize(3);
        home.streams.add("S2", "id", "S2", "email", "bob@shop.test", "city", "Hull");
        home.sync("in");
        RunView run = home.sync("out");
        assertThat(run.message()).isNull();
        assertThat(run.counts().planned()).isEqualTo(1);
        assertThat(home.streams.held).hasSize(3);
        assertThat(home.streams.held.get("bob@shop.test")).containsEntry("city", "Hull");
    }

    @Test
    void a_person_who_is_no_more_is_taken_away_by_a_push_of_changes() {
        home.routes(
                        "out",
                        EVERYBODY.replace(
                                "uri: hub:profiles", "uri: hub:profiles\n      parameters: { emit: changes }"))
                .sync("out");
        home.streams.changes.add(new Change.Delete("S2"));
        home.sync("in");
        home.sync("out");
        assertThat(home.streams.held).containsOnlyKeys("ann@shop.test", "cat@shop.test");
    }

    @Test
    void who_changes_between_the_reading_of_the_first_page_and_the_plan_counts_as_changed_since() {
        home.routes(
                "out", EVERYBODY.replace("- to:", "- setHeader: { name: letter, constant: spring }\n        - to:"));
        home.streams.beforePush = () -> {
            home.streams.beforePush = () -> {};
            home.streams.add("S2", "id", "S2", "email", "bob@shop.test", "city", "Hull");
            home.sync("in");
        };
        home.sync("out", RunRequest.plan());
        Run run = home.runs.start("out", RunRequest.send(Trigger.APPLY));
        home.services.pushes().apply(run, 1, target());
        assertThat(run.finish(RunStatus.DONE, null).counts()).isEqualTo(Counts.ofPush(3, 2, 0, 0, 1));
        assertThat(home.streams.held).containsOnlyKeys("ann@shop.test", "cat@shop.test");
    }

    private PushTarget target() {
        return new PushTarget(
                TestHome.MEMBERS.to(),
                home.streams,
                home.streams.stream(TestHome.MEMBERS.to()),
                TestHome.MEMBERS,
                new OutMapper(TestHome.MEMBERS, ZoneOffset.UTC));
    }

    @Test
    void a_push_without_people_says_where_to_start() {
        RunView run = home.routes("wrong", """
                        - route:
                            id: wrong
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - to: { uri: hub:push/mail/members, parameters: { mapping: mail-members } }
                        """).sync("wrong");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).contains("does not start at hub:segment or hub:profiles");
    }

    private static String segment(String emit) {
        return EVERYBODY.replace(
                "uri: hub:profiles", "uri: hub:segment/leeds\n      parameters: { emit: " + emit + " }");
    }
}
