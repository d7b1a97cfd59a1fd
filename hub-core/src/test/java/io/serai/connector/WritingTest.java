package io.serai.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WritingTest {

    private static final String BATCH = """
            upsert:
              post: /batch
              body: { people: "{rows}" }
              row: { mail: "{match}", name: "{fields.name}", more: "{other_fields}", size: "{fields.size}" }
              results: { at: results, id: id, why: error }
            delete: { delete: "/people/{remote_id}" }
            """;

    private static final String SINGLE = """
            insert: { post: /people, body: { mail: "{match}", name: "{fields.name}" }, exists: 409, results: { at: ".", id: id } }
            update: { patch: "/people/{remote_id}", body: { name: "{fields.name}" } }
            """;

    @AutoClose
    private final Lab lab = new Lab();

    @Test
    void results_in_the_order_of_rows_become_one_outcome_each() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(post("/batch")
                .willReturn(okJson("{\"results\":[{\"id\":\"r1\"},{\"error\":\"Too young\"},{\"id\":7}]}")));

        List<Outcome> outcomes = write(connector, upsert("a"), upsert("b"), upsert("c"));

        assertThat(outcomes)
                .containsExactly(
                        new Outcome.Written("m-a@x.test", "r1"),
                        new Outcome.Rejected("m-b@x.test", "Too young"),
                        new Outcome.Written("m-c@x.test", "7"));
    }

    @Test
    void values_keep_their_types_and_text_is_escaped() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(post("/batch").willReturn(okJson("{\"results\":[{\"id\":1}]}")));

        write(
                connector,
                Lab.mutation(
                        Op.UPSERT, "a@x.test", null, Map.of("name", "O'\"Neil\"}\n{match}", "size", 42, "vip", true)));

        lab.server.verify(
                postRequestedFor(urlEqualTo("/batch"))
                        .withRequestBody(
                                equalToJson(
                                        "{\"people\":[{\"mail\":\"a@x.test\",\"name\":\"O'\\\"Neil\\\"}\\n{match}\",\"more\":{\"vip\":true},\"size\":42}]}")));
    }

    @Test
    void a_bad_row_does_not_sink_the_good_ones() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(post("/batch")
                .willReturn(okJson("{\"results\":[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"},{\"id\":\"4\"}]}")));
        lab.server.stubFor(post("/batch")
                .withRequestBody(containing("bad@x.test"))
                .willReturn(status(400).withBody("{\"error\":{\"message\":\"mail is not valid\"}}")));

        List<Outcome> outcomes = write(
                connector,
                Stream.of("a", "b", "bad", "c", "d", "e")
                        .map(WritingTest::upsert)
                        .toArray(Mutation[]::new));

        assertThat(outcomes).hasSize(6);
        assertThat(outcomes.stream().filter(outcome -> outcome instanceof Outcome.Written))
                .hasSize(5);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) outcomes.get(2)).why()).contains("mail is not valid");
    }

    @Test
    void a_row_that_the_answer_forgets_is_deferred() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(post("/batch").willReturn(okJson("{\"results\":[{\"id\":\"1\"}]}")));

        assertThat(write(connector, upsert("a"), upsert("b")).get(1)).isInstanceOf(Outcome.Deferred.class);
    }

    @Test
    void a_lost_answer_fails_the_batch_and_sending_it_again_is_the_same() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(post("/batch").willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThat(Lab.failure(() -> write(connector, upsert("a"))).kind()).isEqualTo(Kind.TRANSIENT);

        lab.server.stubFor(post("/batch").willReturn(okJson("{\"results\":[{\"id\":\"1\"}]}")));
        assertThat(write(connector, upsert("a"))).containsExactly(new Outcome.Written("m-a@x.test", "1"));
        assertThat(lab.server.findAll(postRequestedFor(urlEqualTo("/batch"))).stream()
                        .map(request -> request.getBodyAsString())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void what_was_learned_before_a_failure_is_kept() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(delete("/people/1").willReturn(status(204)));
        lab.server.stubFor(delete("/people/2").willReturn(status(503)));

        List<Outcome> outcomes = write(connector, remove("a", "1"), remove("b", "2"), remove("c", "3"));

        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Written("m-a@x.test", "1"));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Deferred.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Deferred.class);
    }

    @Test
    void removing_what_is_gone_is_done_and_what_has_no_id_cannot_be_removed() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(delete("/people/1").willReturn(status(404)));

        List<Outcome> outcomes = write(connector, remove("a", "1"), remove("b", null));

        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Written("m-a@x.test", "1"));
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Rejected.class);
        lab.server.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void an_object_with_a_known_id_is_updated_and_others_are_inserted() {
        DeclarativeConnector connector = connector(SINGLE);
        lab.server.stubFor(post("/people").willReturn(okJson("{\"id\":\"9\"}")));
        lab.server.stubFor(patch(urlEqualTo("/people/a%2F1")).willReturn(status(200)));

        List<Outcome> outcomes = write(
                connector,
                Lab.mutation(Op.UPSERT, "a@x.test", "a/1", Map.of("name", "A")),
                Lab.mutation(Op.UPSERT, "b@x.test", null, Map.of("name", "B")));

        assertThat(outcomes)
                .containsExactly(new Outcome.Written("m-a@x.test", "a/1"), new Outcome.Written("m-b@x.test", "9"));
        lab.server.verify(1, patchRequestedFor(urlEqualTo("/people/a%2F1")));
    }

    @Test
    void an_insert_of_what_exists_is_refused_and_nothing_else_is_sent() {
        DeclarativeConnector connector = connector(SINGLE);
        lab.server.stubFor(post("/people").willReturn(status(409).withBody("{\"error\":{\"message\":\"Taken\"}}")));

        assertThat(write(connector, Lab.mutation(Op.INSERT, "a@x.test", null, Map.of("name", "A")))
                        .get(0))
                .isInstanceOf(Outcome.Rejected.class);
        lab.server.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void an_operation_that_was_not_declared_is_refused() {
        DeclarativeConnector connector = connector(SINGLE);

        assertThat(Lab.failure(() -> write(connector, Lab.mutation(Op.ARCHIVE, "a@x.test", "1", Map.of()))))
                .hasMessageContaining("does not support ARCHIVE");
        lab.server.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void two_rows_for_one_person_never_share_a_request() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(post("/batch").willReturn(okJson("{\"results\":[{\"id\":\"1\"}]}")));
        Mutation one = new Mutation("one", Op.UPSERT, "a@x.test", null, Map.of("name", "A"), Map.of());
        Mutation two = new Mutation("two", Op.UPSERT, "A@x.test", null, Map.of("name", "B"), Map.of());

        assertThat(write(connector, one, two)).hasSize(2);
        lab.server.verify(2, postRequestedFor(urlEqualTo("/batch")));
    }

    @Test
    void refused_credentials_stop_the_batch_instead_of_rejecting_people() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(post("/batch").willReturn(status(403)));

        assertThat(Lab.failure(() -> write(connector, upsert("a"), upsert("b"))).kind())
                .isEqualTo(Kind.CONFIG);
        lab.server.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void an_answer_of_500_and_then_success_leaves_one_outcome() {
        DeclarativeConnector connector = connector(BATCH);
        lab.server.stubFor(post("/batch")
                .inScenario("s")
                .whenScenarioStateIs(STARTED)
                .willReturn(status(500))
                .willSetStateTo("up"));
        lab.server.stubFor(post("/batch")
                .inScenario("s")
                .whenScenarioStateIs("up")
                .willReturn(okJson("{\"results\":[{\"id\":\"1\"}]}")));

        assertThat(write(connector, upsert("a"))).containsExactly(new Outcome.Written("m-a@x.test", "1"));
    }

    private static Mutation upsert(String name) {
        return Lab.mutation(Op.UPSERT, name + "@x.test", null, Map.of("name", name));
    }

    private static Mutation remove(String name, String remoteId) {
        return Lab.mutation(Op.DELETE, name + "@x.test", remoteId, Map.of());
    }

    private static List<Outcome> write(DeclarativeConnector connector, Mutation... batch) {
        return connector.write(Lab.stream(connector, "people"), List.of(batch));
    }

    private DeclarativeConnector connector(String operations) {
        String yaml = """
                name: people
                title: People
                settings: { url: { required: true } }
                http: { base: "{settings.url}", message: [error.message] }
                streams:
                  people:
                    kind: person
                    key: id
                    match: mail
                    fields: { mail: email, name: full_name, size: number }
                    write:
                      batch: 4
                """ + operations.indent(6);
        return lab.open(Lab.definition(yaml), Map.of("url", lab.url()));
    }
}
