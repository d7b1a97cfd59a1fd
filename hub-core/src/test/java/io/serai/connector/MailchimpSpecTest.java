package io.serai.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.serai.config.ConnectorFile;
import io.serai.spi.Op;
import io.serai.spi.Use;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the Mailchimp connector sends and what its fixtures answer, against the API that Mailchimp publishes. */
class MailchimpSpecTest {

    private static OpenApiInteractionValidator published;

    @AutoClose
    private final Lab lab = new Lab();

    private DeclarativeConnector connector;

    @BeforeAll
    static void readDescription() {
        published = OpenApiInteractionValidator.createFor(
                        Specs.file("mailchimp.json").toUri().toString())
                .withBasePathOverride("/3.0")
                .withLevelResolver(LevelResolver.create()
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    @BeforeEach
    void open() {
        connector = lab.open(
                new ConnectorFile().read(Fixtures.folder("mailchimp").resolve("connector.yaml")),
                Map.of("api_key", "key-us21", "data_center", "us21", "list", "a1", "base_url", lab.url()));
        lab.server.stubFor(any(anyUrl()).willReturn(okJson(Fixtures.text("mailchimp", "update.json"))));
        lab.server.stubFor(any(urlPathEqualTo("/3.0/lists/a1/members"))
                .willReturn(okJson(Fixtures.text("mailchimp", "members.json"))));
    }

    @Test
    void every_request_is_one_that_mailchimp_accepts() {
        var stream = Lab.stream(connector, "members");
        var pass = Lab.readAll(connector, "members");
        Lab.readFrom(connector, "members", pass.get(0).next());
        Map<String, Object> fields = Map.of("email_address", "left@bramble.test", "FNAME", "Lee", "LTV", 640);
        connector.write(stream, List.of(Lab.mutation(Op.UPSERT, "left@bramble.test", null, fields)));
        connector.write(stream, List.of(Lab.mutation(Op.UPDATE, "left@bramble.test", "0b2", fields)));
        connector.write(stream, List.of(Lab.mutation(Op.UNTAG, "left@bramble.test", "0b2", Map.of("tag", "vip"))));
        connector.write(stream, List.of(Lab.mutation(Op.ARCHIVE, "left@bramble.test", "0b2", Map.of())));
        connector.write(stream, List.of(Lab.mutation(Op.DELETE, "left@bramble.test", "0b2", Map.of())));
        connector.check();
        connector.missing(new Use(stream, false, true, Set.of("STORE")));

        List<LoggedRequest> sent = lab.server.findAll(WireMock.anyRequestedFor(anyUrl()));
        assertThat(sent).hasSize(9);
        assertThat(sent).allSatisfy(request -> assertThat(problems(request(request)))
                .as(request.getMethod() + " " + request.getUrl() + " " + request.getBodyAsString())
                .isEmpty());
    }

    /** Tags of a batch are described only by {@code sync_tags}: the published schema of its rows leaves them out. */
    @Test
    void tags_in_a_batch_are_the_only_thing_that_the_published_schema_does_not_list() {
        connector.write(
                Lab.stream(connector, "members"),
                List.of(Lab.mutation(Op.UPDATE, "left@bramble.test", "0b2", Map.of("FNAME", "Lee", "tag", "vip"))));

        LoggedRequest sent =
                lab.server.findAll(WireMock.anyRequestedFor(anyUrl())).get(0);
        assertThat(problems(request(sent))).contains("tags").doesNotContain("merge_fields", "email_address");
    }

    @Test
    void the_published_description_does_refuse_wrong_requests() {
        assertThat(problems(SimpleRequest.Builder.post("/3.0/lists/a1")
                        .withContentType("application/json")
                        .withAuthorization("Basic eDp5")
                        .withBody("{\"members\":[{\"status\":\"happy\"}]}")
                        .build()))
                .contains("happy");
        assertThat(problems(SimpleRequest.Builder.post("/3.0/lists/a1/members/0b2/tags")
                        .withContentType("application/json")
                        .withAuthorization("Basic eDp5")
                        .withBody("{\"tags\":[{\"name\":\"vip\"}]}")
                        .build()))
                .contains("status");
        assertThat(problems(SimpleRequest.Builder.get("/3.0/lists/a1/members")
                        .withAuthorization("Basic eDp5")
                        .withQueryParam("count", "2000")
                        .build()))
                .contains("2000");
        assertThat(problems(SimpleRequest.Builder.delete("/3.0/lists/a1/member/0b2")
                        .withAuthorization("Basic eDp5")
                        .build()))
                .isNotEmpty();
    }

    @Test
    void the_fixtures_are_answers_that_mailchimp_could_give() {
        assertThat(answer("/3.0/lists/a1/members", Request.Method.GET, "members.json"))
                .isEmpty();
        assertThat(answer("/3.0/lists/a1", Request.Method.POST, "insert.json")).isEmpty();
        assertThat(answer("/3.0/lists/a1", Request.Method.POST, "update.json")).isEmpty();
        assertThat(published
                        .validateResponse(
                                "/3.0/lists/a1",
                                Request.Method.POST,
                                SimpleResponse.Builder.ok()
                                        .withContentType("application/json")
                                        .withBody("{\"errors\":[{\"error_code\":\"NO_SUCH_CODE\"}]}")
                                        .build())
                        .hasErrors())
                .isTrue();
    }

    private String answer(String path, Request.Method method, String fixture) {
        return text(published.validateResponse(
                path,
                method,
                SimpleResponse.Builder.ok()
                        .withContentType("application/json")
                        .withBody(Fixtures.text("mailchimp", fixture))
                        .build()));
    }

    private String problems(Request request) {
        return text(published.validateRequest(request));
    }

    private static String text(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::getMessage)
                .collect(Collectors.joining("\n"));
    }

    private static Request request(LoggedRequest sent) {
        URI url = URI.create(sent.getUrl());
        SimpleRequest.Builder builder =
                new SimpleRequest.Builder(sent.getMethod().getName(), url.getPath());
        sent.getHeaders().all().forEach(header -> builder.withHeader(header.key(), header.values()));
        sent.getQueryParams().forEach((name, value) -> builder.withQueryParam(name, value.values()));
        if (sent.getBody().length > 0) {
            builder.withBody(sent.getBodyAsString());
        }
        return builder.build();
    }
}
