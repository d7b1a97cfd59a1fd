package io.serai.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.ConnectorFile;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.serai.spi.Use;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class MailchimpTest {

    @AutoClose
    private final Lab lab = new Lab();

    private final DeclarativeConnector connector = lab.open(
            new ConnectorFile().read(Fixtures.folder("mailchimp").resolve("connector.yaml")),
            Map.of("api_key", "key-us21", "data_center", "us21", "list", "a1", "base_url", lab.url()));

    @Test
    void members_are_read_with_their_merge_fields() {
        lab.server.stubFor(get(urlPathEqualTo("/3.0/lists/a1/members"))
                .willReturn(okJson(Fixtures.text("mailchimp", "members.json"))));

        var pages = Lab.readAll(connector, "members");

        assertThat(Lab.keys(pages)).hasSize(2);
        lab.server.verify(getRequestedFor(
                urlEqualTo("/3.0/lists/a1/members?count=1000&offset=0&sort_field=last_changed&sort_dir=ASC")));
    }

    @Test
    void a_merge_field_that_a_mapping_fills_and_the_audience_does_not_have_is_named() {
        lab.server.stubFor(get(urlPathEqualTo("/3.0/lists/a1/merge-fields"))
                .willReturn(okJson("{\"merge_fields\":[{\"tag\":\"FNAME\"},{\"tag\":\"LTV\"}]}")));

        assertThat(connector.missing(new Use(
                        Lab.stream(connector, "members"),
                        true,
                        true,
                        Set.of("email_address", "FNAME", "LTV", "STORE"))))
                .singleElement()
                .asString()
                .startsWith("The audience has no merge field STORE: add it in Mailchimp under Audience");
        assertThat(connector.missing(new Use(Lab.stream(connector, "members"), true, false, Set.of())))
                .isEmpty();
        lab.server.verify(1, getRequestedFor(urlPathEqualTo("/3.0/lists/a1/merge-fields")));
    }

    @Test
    void who_is_on_the_list_already_is_updated_and_never_subscribed_again() {
        lab.server.stubFor(post(urlPathEqualTo("/3.0/lists/a1"))
                .withRequestBody(matchingJsonPath("$[?(@.update_existing == false)]"))
                .willReturn(okJson(Fixtures.text("mailchimp", "insert.json"))));
        lab.server.stubFor(post(urlPathEqualTo("/3.0/lists/a1"))
                .withRequestBody(matchingJsonPath("$[?(@.update_existing == true)]"))
                .willReturn(okJson(Fixtures.text("mailchimp", "update.json"))));

        List<Mutation> batch = List.of(
                Lab.mutation(
                        Op.UPSERT,
                        "ada@bramble.test",
                        null,
                        Map.of("email_address", "ada@bramble.test", "FNAME", "Ada", "tag", "vip")),
                Lab.mutation(
                        Op.UPSERT,
                        "left@bramble.test",
                        null,
                        Map.of("email_address", "left@bramble.test", "FNAME", "Lee")),
                Lab.mutation(Op.UPSERT, "fake@bramble.test", null, Map.of("email_address", "fake@bramble.test")));
        Map<String, Outcome> outcomes = Lab.byId(connector.write(Lab.stream(connector, "members"), batch));

        assertThat(outcomes.get("m-ada@bramble.test")).isEqualTo(new Outcome.Written("m-ada@bramble.test", "0a1"));
        assertThat(outcomes.get("m-left@bramble.test")).isEqualTo(new Outcome.Written("m-left@bramble.test", "0b2"));
        assertThat(outcomes.get("m-fake@bramble.test")).isInstanceOf(Outcome.Rejected.class);
        lab.server.verify(postRequestedFor(urlPathEqualTo("/3.0/lists/a1")).withRequestBody(equalToJson("""
                        {"members":[{"email_address":"left@bramble.test","merge_fields":{"FNAME":"Lee"}}],"update_existing":true}""")));
    }

    @Test
    void a_tag_is_taken_off_by_the_members_id() {
        lab.server.stubFor(post(urlEqualTo("/3.0/lists/a1/members/0a1/tags"))
                .willReturn(aResponse().withStatus(204)));

        List<Outcome> outcomes = connector.write(
                Lab.stream(connector, "members"),
                List.of(Lab.mutation(Op.UNTAG, "ada@bramble.test", "0a1", Map.of("tag", "vip"))));

        assertThat(outcomes).containsExactly(new Outcome.Written("m-ada@bramble.test", "0a1"));
        lab.server.verify(postRequestedFor(urlEqualTo("/3.0/lists/a1/members/0a1/tags"))
                .withRequestBody(equalToJson("{\"tags\":[{\"name\":\"vip\",\"status\":\"inactive\"}]}")));
    }
}
