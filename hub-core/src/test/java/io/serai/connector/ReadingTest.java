package io.serai.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Page;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @AutoClose
    private final Lab lab = new Lab();

    @Test
    void pages_by_token() {
        DeclarativeConnector connector =
                connector("get: /items", "query: { after: \"{token}\" }", "pages: { token: next }");
        lab.server.stubFor(items().withQueryParam("after", absent()).willReturn(okJson(page(1, 2, "\"next\":\"t2\""))));
        lab.server.stubFor(
                items().withQueryParam("after", equalTo("t2")).willReturn(okJson(page(3, 4, "\"next\":\"t/3\""))));
        lab.server.stubFor(
                items().withQueryParam("after", equalTo("t/3")).willReturn(okJson(page(5, 5, "\"next\":\"\""))));

        assertReadsFive(connector);
    }

    @Test
    void pages_by_token_in_the_body_until_there_is_no_more() {
        DeclarativeConnector connector = connector(
                "post: /items", "body: { size: 2, after: \"{token}\" }", "pages: { token: end, more: info.more }");
        lab.server.stubFor(post("/items")
                .withRequestBody(matchingJsonPath("$.after", absent()))
                .willReturn(okJson(page(1, 2, "\"end\":\"a\",\"info\":{\"more\":true}"))));
        lab.server.stubFor(post("/items")
                .withRequestBody(matchingJsonPath("$.after", equalTo("a")))
                .willReturn(okJson(page(3, 5, "\"end\":\"b\",\"info\":{\"more\":false}"))));

        assertReadsFive(connector);
    }

    @Test
    void pages_by_address_in_the_body() {
        DeclarativeConnector connector = connector("get: /items", "pages: { url: links.next }");
        lab.server.stubFor(items().withQueryParam("p", absent())
                .willReturn(okJson(page(1, 3, "\"links\":{\"next\":\"" + lab.url() + "/items?p=2\"}"))));
        lab.server.stubFor(
                items().withQueryParam("p", equalTo("2")).willReturn(okJson(page(4, 5, "\"links\":{\"next\":null}"))));

        assertReadsFive(connector);
    }

    @Test
    void pages_by_link_header() {
        DeclarativeConnector connector = connector("get: /items", "pages: link");
        lab.server.stubFor(items().withQueryParam("p", absent())
                .willReturn(okJson(page(1, 3, ""))
                        .withHeader("Link", "</items?p=0>; rel=\"prev\", </items?p=2>; rel=\"next\"")));
        lab.server.stubFor(items().withQueryParam("p", equalTo("2"))
                .willReturn(okJson(page(4, 5, "")).withHeader("Link", "</items?p=1>; rel=prev")));

        assertReadsFive(connector);
    }

    @Test
    void pages_by_number_until_one_is_empty() {
        DeclarativeConnector connector =
                connector("get: /items", "query: { page: \"{page}\" }", "pages: { number: 1 }");
        lab.server.stubFor(items().withQueryParam("page", equalTo("1")).willReturn(okJson(page(1, 3, ""))));
        lab.server.stubFor(items().withQueryParam("page", equalTo("2")).willReturn(okJson(page(4, 5, ""))));
        lab.server.stubFor(items().withQueryParam("page", equalTo("3")).willReturn(okJson(page(1, 0, ""))));

        assertReadsFive(connector);
    }

    @Test
    void pages_by_offset_until_the_total_even_when_they_are_shorter_than_asked() {
        DeclarativeConnector connector = connector(
                "get: /items", "query: { skip: \"{offset}\", size: 100 }", "pages: { offset: 0, total: total }");
        lab.server.stubFor(items().withQueryParam("skip", equalTo("0")).willReturn(okJson(page(1, 2, "\"total\":5"))));
        lab.server.stubFor(items().withQueryParam("skip", equalTo("2")).willReturn(okJson(page(3, 5, "\"total\":5"))));

        assertReadsFive(connector);
    }

    @Test
    void a_link_to_another_host_is_not_followed() {
        DeclarativeConnector connector = connector("get: /items", "pages: { url: next }");
        lab.server.stubFor(items().willReturn(okJson(page(1, 1, "\"next\":\"https://evil.example/items\""))));

        ConnectorException failure = Lab.failure(() -> Lab.readAll(connector, "items"));

        assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
        assertThat(failure).hasMessageContaining("evil.example");
    }

    @Test
    void a_page_that_names_itself_as_the_next_is_not_read_for_ever() {
        DeclarativeConnector connector =
                connector("get: /items", "query: { after: \"{token}\" }", "pages: { token: next }");
        lab.server.stubFor(items().willReturn(okJson(page(1, 2, "\"next\":\"same\""))));

        assertThat(Lab.failure(() -> Lab.readAll(connector, "items"))).hasMessageContaining("for ever");
    }

    @Test
    void without_changes_seen_the_checkpoint_stays_where_it_is() {
        DeclarativeConnector connector = incremental("");
        lab.server.stubFor(items().willReturn(okJson("{\"items\":[]}")));
        Cursor before = new Cursor("{\"seen\":\"2026-11-20T10:00:00Z\"}");

        assertThat(connector.read(Lab.stream(connector, "items"), before).next())
                .isEqualTo(before);
        assertThat(connector.read(Lab.stream(connector, "items"), Cursor.START).next())
                .isEqualTo(Cursor.START);
        lab.server.verify(
                anyRequestedFor(urlPathEqualTo("/items")).withQueryParam("since", equalTo("2026-11-20T09:55:00Z")));
    }

    @Test
    void a_time_in_the_future_does_not_make_the_stream_pass_over_what_comes_until_then() {
        DeclarativeConnector connector = incremental("");
        lab.server.stubFor(
                items().willReturn(
                                okJson(
                                        "{\"items\":[{\"id\":1,\"at\":\"2026-11-01T00:00:00Z\"},{\"id\":2,\"at\":\"2099-01-01T00:00:00Z\"}]}")));

        Page page = connector.read(Lab.stream(connector, "items"), Cursor.START);

        assertThat(page.changes()).hasSize(2);
        assertThat(page.next().value()).contains(lab.clock.now.toString()).doesNotContain("2099");
    }

    @Test
    void a_record_that_changes_during_a_pass_pushes_no_other_out_of_sight() {
        DeclarativeConnector connector = connector(
                "get: /items",
                "query: { since: \"{since}\", skip: \"{offset}\" }",
                "pages: { offset: 0, total: total }",
                "since: { field: at, overlap: 1s, sorted: true }");
        lab.server.stubFor(
                items().withQueryParam("since", absent())
                        .willReturn(
                                okJson(
                                        "{\"total\":4,\"items\":[{\"id\":1,\"at\":\"2026-11-01T00:00:00Z\"},{\"id\":2,\"at\":\"2026-11-02T00:00:00Z\"}]}")));
        // Meanwhile 1 has changed and stands at the end: by offset 2, record 3 would be skipped.
        lab.server.stubFor(
                items().withQueryParam("since", equalTo("2026-11-01T23:59:59Z"))
                        .withQueryParam("skip", equalTo("0"))
                        .willReturn(
                                okJson(
                                        "{\"total\":4,\"items\":[{\"id\":2,\"at\":\"2026-11-02T00:00:00Z\"},{\"id\":3,\"at\":\"2026-11-03T00:00:00Z\"}]}")));
        lab.server.stubFor(
                items().withQueryParam("since", equalTo("2026-11-02T23:59:59Z"))
                        .willReturn(
                                okJson(
                                        "{\"total\":2,\"items\":[{\"id\":3,\"at\":\"2026-11-03T00:00:00Z\"},{\"id\":1,\"at\":\"2026-11-04T00:00:00Z\"}]}")));

        assertThat(Lab.keys(Lab.readAll(connector, "items"))).containsExactly("1", "2", "2", "3", "3", "1");
    }

    @Test
    void records_that_share_one_time_are_read_by_offset() {
        DeclarativeConnector connector = connector(
                "get: /items",
                "query: { since: \"{since}\", skip: \"{offset}\" }",
                "pages: { offset: 0, total: total }",
                "since: { field: at, overlap: 1s, sorted: true }");
        for (int skip = 0; skip < 6; skip += 2) {
            lab.server.stubFor(items().withQueryParam("skip", equalTo("" + skip))
                    .willReturn(okJson(
                            "{\"total\":6,\"items\":[{\"id\":" + skip + ",\"at\":\"2026-11-01T00:00:00Z\"},{\"id\":"
                                    + (skip + 1) + ",\"at\":\"2026-11-01T00:00:00Z\"}]}")));
        }

        assertThat(Lab.keys(Lab.readAll(connector, "items"))).contains("0", "1", "2", "3", "4", "5");
    }

    @Test
    void a_place_that_the_system_forgot_starts_the_pass_over_and_a_foreign_checkpoint_the_stream() {
        DeclarativeConnector connector = incremental("");
        lab.server.stubFor(items().withQueryParam("after", equalTo("old"))
                .willReturn(status(400).withBody("{\"error\":{\"code\":\"bad_cursor\"}}")));
        lab.server.stubFor(items().withQueryParam("after", absent()).willReturn(okJson(page(1, 1, ""))));
        Stream stream = Lab.stream(connector, "items");

        Page again = connector.read(
                stream,
                new Cursor("{\"seen\":\"2026-11-20T10:00:00Z\",\"from\":\"2026-11-10T00:00:00Z\",\"at\":\"old\"}"));

        assertThat(again.changes()).hasSize(1);
        lab.server.verify(anyRequestedFor(urlPathEqualTo("/items"))
                .withQueryParam("since", equalTo("2026-11-10T00:00:00Z"))
                .withQueryParam("after", absent()));
        assertThat(Lab.failure(() -> connector.read(stream, new Cursor("something else")))
                        .kind())
                .isEqualTo(Kind.CURSOR_LOST);
    }

    @Test
    void what_cannot_be_read_is_reported_and_the_rest_is_kept() {
        DeclarativeConnector connector = connector("get: /items");
        lab.server.stubFor(items().willReturn(okJson("{\"items\":[{\"id\":1},{\"name\":\"no id\"},7,{\"id\":\"\"}]}")));

        List<Change> changes = Lab.readAll(connector, "items").get(0).changes();

        assertThat(changes).hasSize(4);
        assertThat(changes.stream().filter(change -> change instanceof Change.Unreadable))
                .hasSize(3);
    }

    @Test
    void an_html_page_where_json_should_be_is_named() {
        DeclarativeConnector connector = connector("get: /items");
        lab.server.stubFor(items().willReturn(okForContentType("text/html", "<html><body>Back soon</body></html>")));

        ConnectorException failure = Lab.failure(() -> Lab.readAll(connector, "items"));

        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure).hasMessageContaining("answered with an HTML page where JSON should be");
    }

    @Test
    void json_that_was_cut_and_a_missing_list_are_failures_and_not_empty_pages() {
        DeclarativeConnector connector = connector("get: /items");
        lab.server.stubFor(items().willReturn(okJson("{\"items\":[{\"id\":1}")));
        assertThat(Lab.failure(() -> Lab.readAll(connector, "items"))).hasMessageContaining("not JSON");

        lab.server.stubFor(items().willReturn(okJson("{\"error\":\"maintenance\"}")));
        assertThat(Lab.failure(() -> Lab.readAll(connector, "items")))
                .hasMessageContaining("without the list \"items\"");
    }

    @Test
    void a_refusal_comes_with_the_systems_own_words_and_without_personal_data() {
        DeclarativeConnector connector = connector("get: /items");
        lab.server.stubFor(items().willReturn(
                        status(422).withBody("{\"error\":{\"message\":\"No right to see ada@bramble.test\"}}")));

        assertThat(Lab.failure(() -> Lab.readAll(connector, "items")))
                .hasMessage("GET " + lab.url() + "/items was refused (422): No right to see ***@***");
    }

    /** The same cursor gives the same page, wherever a run was interrupted. */
    private void assertReadsFive(DeclarativeConnector connector) {
        List<Page> pages = Lab.readAll(connector, "items");
        assertThat(Lab.keys(pages)).containsExactly("1", "2", "3", "4", "5");
        List<String> before = new ArrayList<>();
        Cursor cursor = Cursor.START;
        for (Page page : pages) {
            List<String> rest = Lab.keys(Lab.readFrom(connector, "items", cursor));
            List<String> all = new ArrayList<>(before);
            all.addAll(rest);
            assertThat(all).containsExactly("1", "2", "3", "4", "5");
            before.addAll(Lab.keys(List.of(page)));
            cursor = page.next();
        }
    }

    private DeclarativeConnector incremental(String more) {
        return connector(
                "get: /items",
                "query: { since: \"{since}\", after: \"{token}\" }",
                "pages: { token: next }",
                "since: { field: at, overlap: 5m }" + more);
    }

    private DeclarativeConnector connector(String... read) {
        String yaml =
                """
                name: items
                title: Items
                settings: { url: { required: true } }
                http:
                  base: "{settings.url}"
                  message: [error.message]
                  errors: [{ at: error.code, is: bad_cursor, kind: cursor_lost }]
                streams:
                  items:
                    kind: person
                    key: id
                    read:
                      records: items
                """ + List.of(read).stream().map(line -> "      " + line + "\n").collect(Collectors.joining());
        return lab.open(Lab.definition(yaml), Map.of("url", lab.url()));
    }

    private static MappingBuilder items() {
        return get(urlPathEqualTo("/items"));
    }

    private static String page(int from, int to, String more) {
        String items = IntStream.rangeClosed(from, to)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"items\":" + items + (more.isEmpty() ? "" : "," + more) + "}";
    }
}
