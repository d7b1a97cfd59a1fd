package io.serai.camel;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullRouteTest {

    private static final String PLAIN = """
            - route:
                id: customers
                from:
                  uri: hub:pull/shop/customers
                  steps:
                    - to: { uri: hub:ingest/shop-customers }
            """;

    @TempDir
    private Path folder;

    @AutoClose
    private TestHome home;

    @BeforeEach
    void seven_customers() {
        home = new TestHome(folder);
        for (int n = 1; n <= 7; n++) {
            home.streams.add(
                    "S" + n, "id", "S" + n, "email", "p" + n + "@shop.test", "city", n % 2 == 0 ? "York" : "Leeds");
        }
    }

    @Test
    void every_page_goes_through_the_route_and_the_run_counts_every_record() {
        RunView run = home.routes("customers", PLAIN).sync("customers");
        assertThat(run.message()).isNull();
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        assertThat(run.counts().read()).isEqualTo(7);
        assertThat(run.counts().stored()).isEqualTo(7);
        assertThat(home.emails()).hasSize(7);
        assertThat(home.checkpoint("customers", "shop/customers")).isEqualTo("7");
    }

    @Test
    void the_same_source_again_stores_nothing() {
        home.routes("customers", PLAIN).sync("customers");
        home.streams.changes.addAll(List.copyOf(home.streams.changes));
        RunView again = home.sync("customers");
        assertThat(again.counts().read()).isEqualTo(7);
        assertThat(again.counts().unchanged()).isEqualTo(7);
    }

    @Test
    void records_that_a_filter_drops_are_counted_as_skipped() {
        RunView run = home.routes("customers", """
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - split:
                                    simple: "${body}"
                                    streaming: true
                                    steps:
                                      - filter:
                                          simple: "${body[city]} == 'Leeds'"
                                          steps:
                                            - to: { uri: hub:ingest/shop-customers }
                        """).sync("customers");
        assertThat(run.message()).isNull();
        assertThat(run.counts().read()).isEqualTo(7);
        assertThat(run.counts().stored()).isEqualTo(4);
        assertThat(run.counts().skipped()).isEqualTo(3);
    }

    @Test
    void a_record_keeps_its_key_while_a_step_changes_its_fields() {
        home.streams.changes.clear();
        home.streams.add("no id in the fields", "email", "ann@shop.test", "city", "Leeds");
        RunView run = home.routes("customers", """
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - split:
                                    simple: "${body}"
                                    steps:
                                      - setHeader: { name: city, simple: "${body.city.toUpperCase()}" }
                                      - log: "${header.city}"
                                      - to: { uri: hub:ingest/shop-customers }
                        """).sync("customers");
        assertThat(run.counts().stored()).isEqualTo(1);
    }

    @Test
    void a_choice_sends_each_record_its_way_and_each_is_counted_once() {
        RunView run = home.routes("customers", """
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - split:
                                    simple: "${body}"
                                    steps:
                                      - choice:
                                          when:
                                            - simple: "${body[city]} == 'York'"
                                              steps:
                                                - to: { uri: hub:ingest/shop-customers }
                                          otherwise:
                                            steps:
                                              - log: "left out ${body[id]}"
                        """).sync("customers");
        assertThat(run.counts().stored()).isEqualTo(3);
        assertThat(run.counts().skipped()).isEqualTo(4);
    }

    @Test
    void a_page_that_goes_to_two_ingests_counts_each_record_once() {
        home.streams.changes.clear();
        home.streams.add(
                "1",
                "id",
                "S1",
                "email",
                "ann@shop.test",
                "number",
                "O1",
                "at",
                "2026-01-01T00:00:00Z",
                "total",
                5,
                "customer",
                "S1");
        RunView run = home.routes("customers", """
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - multicast:
                                    steps:
                                      - to: { uri: hub:ingest/shop-customers }
                                      - to: { uri: hub:ingest/shop-orders }
                        """).sync("customers");
        assertThat(run.message()).isNull();
        assertThat(run.counts().read()).isEqualTo(1);
        assertThat(run.counts().stored()).isEqualTo(1);
        assertThat(home.profiles.after(0, 10).get(0).fields()).containsEntry("email", "ann@shop.test");
    }

    @Test
    void an_exception_in_a_step_fails_the_run_and_leaves_the_checkpoint_before_the_page() {
        home.routes("customers", """
                - route:
                    id: customers
                    from:
                      uri: hub:pull/shop/customers
                      steps:
                        - filter:
                            simple: "${header.HubPage} == 2"
                            steps:
                              - throwException:
                                  exceptionType: java.lang.IllegalStateException
                                  message: the weather is bad
                        - to: { uri: hub:ingest/shop-customers }
                """);
        RunView run = home.sync("customers");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).isEqualTo("the weather is bad");
        assertThat(run.counts().read()).isEqualTo(3);
        assertThat(home.checkpoint("customers", "shop/customers")).isEqualTo("3");
        RunView healed = home.routes("customers", PLAIN).sync("customers");
        assertThat(healed.counts().read()).isEqualTo(4);
        assertThat(home.emails()).hasSize(7);
    }

    @Test
    void an_exception_in_one_record_of_a_split_fails_the_page() {
        RunView run = home.routes("customers", """
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - split:
                                    simple: "${body}"
                                    steps:
                                      - filter:
                                          simple: "${body[id]} == 'S5'"
                                          steps:
                                            - throwException:
                                                exceptionType: java.lang.IllegalStateException
                                                message: S5 is bad
                                      - to: { uri: hub:ingest/shop-customers }
                        """).sync("customers");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).contains("S5 is bad");
        assertThat(home.checkpoint("customers", "shop/customers")).isEqualTo("3");
    }

    @Test
    void an_exception_that_a_dead_letter_took_is_done() {
        RunView run = home.routes("customers", """
                        - route:
                            id: customers
                            errorHandler:
                              deadLetterChannel: { deadLetterUri: "mock:dead" }
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - filter:
                                    simple: "${header.HubPage} == 2"
                                    steps:
                                      - throwException:
                                          exceptionType: java.lang.IllegalStateException
                                          message: the weather is bad
                                - to: { uri: hub:ingest/shop-customers }
                        """).sync("customers");
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        assertThat(run.counts().stored()).isEqualTo(4);
        assertThat(run.counts().skipped()).isEqualTo(3);
        assertThat(home.checkpoint("customers", "shop/customers")).isEqualTo("7");
    }

    @Test
    void an_error_handler_above_the_routes_of_the_first_file_takes_what_fails_in_any() {
        RunView run = home.routes("all", """
                        - errorHandler:
                            deadLetterChannel: { deadLetterUri: "mock:dead" }
                        - route:
                            id: ticks
                            from: { uri: "direct:ticks", steps: [ { log: tick } ] }
                        """).routes("customers", """
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - filter:
                                    simple: "${header.HubPage} == 2"
                                    steps:
                                      - throwException:
                                          exceptionType: java.lang.IllegalStateException
                                          message: the weather is bad
                                - to: { uri: hub:ingest/shop-customers }
                        """).sync("customers");
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        assertThat(run.counts().skipped()).isEqualTo(3);
    }

    @Test
    void an_error_handler_above_a_route_in_its_file_takes_what_fails_in_it() {
        RunView run = home.routes("customers", """
                        - errorHandler:
                            deadLetterChannel: { deadLetterUri: "mock:dead" }
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - throwException:
                                    exceptionType: java.lang.IllegalStateException
                                    message: the weather is bad
                                - to: { uri: hub:ingest/shop-customers }
                        """).sync("customers");
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        assertThat(run.counts().skipped()).isEqualTo(7);
    }

    @Test
    void an_on_exception_that_handles_is_done_too() {
        RunView run = home.routes("customers", """
                        - onException:
                            exception: [ java.lang.IllegalStateException ]
                            handled: { constant: "true" }
                            steps:
                              - marshal: { json: {} }
                              - to: { uri: "file:dead" }
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - throwException:
                                    exceptionType: java.lang.IllegalStateException
                                    message: the weather is bad
                        """.replace("file:dead", "file:" + folder.resolve("dead")))
                .sync("customers");
        assertThat(run.message())
                .isEqualTo(
                        "3 messages failed on their way and were handled by the route. The first: the weather is bad");
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        assertThat(folder.resolve("dead")).isDirectoryContaining(path -> true);
    }

    @Test
    void each_record_can_be_enriched_over_http() {
        WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        try {
            server.stubFor(get(urlPathEqualTo("/score")).willReturn(ok("gold")));
            RunView run = home.routes("customers", """
                            - route:
                                id: customers
                                from:
                                  uri: hub:pull/shop/customers
                                  steps:
                                    - split:
                                        simple: "${body}"
                                        steps:
                                          - setProperty: { name: record, simple: "${body}" }
                                          - setHeader: { name: CamelHttpQuery, simple: "id=${body[id]}" }
                                          - enrich: { constant: "http://127.0.0.1:PORT/score" }
                                          - filter:
                                              simple: "${bodyAs(String)} == 'gold'"
                                              steps:
                                                - setBody: { exchangeProperty: record }
                                                - to: { uri: hub:ingest/shop-customers }
                            """.replace("PORT", String.valueOf(server.port())))
                    .sync("customers");
            assertThat(run.message()).isNull();
            assertThat(run.counts().stored()).isEqualTo(7);
            server.verify(7, getRequestedFor(urlPathEqualTo("/score")));
            server.verify(1, getRequestedFor(urlPathEqualTo("/score")).withQueryParam("id", equalTo("S4")));
        } finally {
            server.stop();
        }
    }

    @Test
    void a_plain_map_made_by_a_step_gets_its_key_from_the_stream() {
        RunView run = home.routes("customers", """
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - split:
                                    simple: "${body}"
                                    steps:
                                      - marshal: { json: {} }
                                      - unmarshal: { json: {} }
                                      - to: { uri: hub:ingest/shop-customers }
                        """).sync("customers");
        assertThat(run.message()).isNull();
        assertThat(run.counts().read()).isEqualTo(7);
        assertThat(run.counts().stored()).isEqualTo(7);
        assertThat(run.counts().skipped()).isZero();
    }

    @Test
    void a_route_may_hand_its_pages_to_another_route() {
        RunView run = home.routes("customers", """
                        - route:
                            id: customers
                            from:
                              uri: hub:pull/shop/customers
                              steps:
                                - to: { uri: direct:take }
                        """).routes("take", """
                        - route:
                            id: take
                            from:
                              uri: direct:take
                              steps:
                                - to: { uri: hub:ingest/shop-customers }
                        - route:
                            id: elsewhere
                            from:
                              uri: file:nowhere
                              steps:
                                - to: { uri: hub:ingest/shop-customers?format=csv }
                        """).sync("customers");
        assertThat(run.message()).isNull();
        assertThat(run.counts().stored()).isEqualTo(7);
        assertThat(Path.of("nowhere")).doesNotExist();
    }
}
