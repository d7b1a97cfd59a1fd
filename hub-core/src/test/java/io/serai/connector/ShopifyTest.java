package io.serai.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.serai.config.ConnectorFile;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.serai.spi.Use;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ShopifyTest {

    private static final String PATH = "/admin/api/2026-07/graphql.json";

    @AutoClose
    private final Lab lab = new Lab();

    private final DeclarativeConnector connector = lab.open(
            new ConnectorFile().read(Fixtures.folder("shopify").resolve("connector.yaml")),
            Map.of("store", "bramble", "token", "shpat_secret", "base_url", lab.url()));

    @Test
    void customers_come_with_the_names_that_mappings_use() {
        lab.server.stubFor(asked("customers(")
                .withRequestBody(matchingJsonPath("$.variables", absent()))
                .willReturn(okJson(Fixtures.text("shopify", "customers-1.json"))));
        lab.server.stubFor(asked("customers(")
                .withRequestBody(matchingJsonPath("$.variables.after", equalTo("eyJsYXN0X2lkIjo3MDExMjAwMzMyfQ")))
                .willReturn(okJson(Fixtures.text("shopify", "customers-2.json"))));

        var pages = Lab.readAll(connector, "customers");

        assertThat(Lab.keys(pages)).containsExactly("7011200331", "7011200332", "7011200340");
        Map<String, Object> first = ((Change.Upsert) pages.get(0).changes().get(0)).fields();
        assertThat(first)
                .containsEntry("email", "imogen.shaw@bramble.test")
                .containsEntry("phone", "+447700900112")
                .containsEntry("email_marketing_consent", Map.of("state", "SUBSCRIBED"));
        assertThat(((Map<?, ?>) first.get("default_address")).get("zip")).isEqualTo("BS1 4DJ");
    }

    @Test
    void the_next_pass_asks_for_what_changed_a_little_before_the_latest_change_seen() {
        lab.server.stubFor(asked("customers(").willReturn(okJson(Fixtures.text("shopify", "customers-2.json"))));

        var pass = Lab.readAll(connector, "customers");
        Lab.readFrom(connector, "customers", pass.get(0).next());

        lab.server.verify(postRequestedFor(urlEqualTo(PATH))
                .withRequestBody(
                        matchingJsonPath("$.variables.changed", equalTo("updated_at:>='2026-11-01T06:28:00Z'"))));
    }

    @Test
    void orders_have_plain_amounts_and_lines_and_one_too_long_is_reported() {
        lab.server.stubFor(asked("orders(").willReturn(okJson(Fixtures.text("shopify", "orders.json"))));

        List<Change> orders = Lab.readAll(connector, "orders").get(0).changes();

        Map<String, Object> order = ((Change.Upsert) orders.get(0)).fields();
        assertThat(order).containsEntry("total_price", "64.50").containsEntry("current_total_price", "44.50");
        assertThat(order.get("line_items"))
                .isEqualTo(List.of(
                        Map.of("sku", "MUG-BLUE", "title", "Blue mug", "quantity", 2, "price", "10.00"),
                        Map.of("sku", "TEA-OOL", "title", "Oolong tea", "quantity", 1, "price", "44.50")));
        assertThat(order.get("customer")).isEqualTo(Map.of("id", "7011200331", "email", "imogen.shaw@bramble.test"));
        assertThat(orders.get(1)).isInstanceOf(Change.Unreadable.class);
        assertThat(((Change.Unreadable) orders.get(1)).reason()).contains("line_items.pageInfo.hasNextPage");
    }

    @Test
    void products_have_their_variants() {
        lab.server.stubFor(asked("products(").willReturn(okJson(Fixtures.text("shopify", "products.json"))));

        var product = (Change.Upsert)
                Lab.readAll(connector, "products").get(0).changes().get(0);

        assertThat(product.fields().get("variants"))
                .isEqualTo(List.of(Map.of("id", "40001", "sku", "MUG-BLUE", "price", "10.00")));
    }

    @Test
    void a_throttled_query_is_sent_again_after_a_pause() {
        lab.server.stubFor(asked("customers(")
                .inScenario("busy")
                .whenScenarioStateIs("Started")
                .willReturn(okJson(Fixtures.text("shopify", "throttled.json")))
                .willSetStateTo("ready"));
        lab.server.stubFor(asked("customers(")
                .inScenario("busy")
                .whenScenarioStateIs("ready")
                .willReturn(okJson(Fixtures.text("shopify", "customers-2.json"))));

        assertThat(Lab.keys(Lab.readAll(connector, "customers"))).containsExactly("7011200340");
        assertThat(lab.clock.pauses).anyMatch(pause -> pause.toMillis() >= 2000);
    }

    @Test
    void each_row_of_a_batch_has_its_own_outcome() {
        lab.server.stubFor(asked("customerSet(").willReturn(okJson(Fixtures.text("shopify", "upsert.json"))));
        lab.server.stubFor(asked("tagsAdd(").willReturn(okJson(Fixtures.text("shopify", "tags.json"))));

        Map<String, Outcome> outcomes = Lab.byId(connector.write(
                Lab.stream(connector, "customers"),
                List.of(
                        upsert("imogen.shaw@bramble.test", Map.of("first_name", "Imogen \"Immy\"", "tag", "vip")),
                        upsert("odd@bramble.test", Map.of("phone", "12")),
                        upsert("later@bramble.test", Map.of("first_name", "Lee")))));

        assertThat(outcomes.get("m-imogen.shaw@bramble.test"))
                .isEqualTo(new Outcome.Written("m-imogen.shaw@bramble.test", "gid://shopify/Customer/7011200331"));
        assertThat(outcomes.get("m-odd@bramble.test"))
                .isEqualTo(new Outcome.Rejected("m-odd@bramble.test", "Phone is invalid"));
        assertThat(outcomes.get("m-later@bramble.test")).isInstanceOf(Outcome.Deferred.class);
        lab.server.verify(postRequestedFor(urlEqualTo(PATH))
                .withRequestBody(matchingJsonPath("$.variables.by1.email", equalTo("odd@bramble.test")))
                .withRequestBody(matchingJsonPath("$.variables.to0.firstName", equalTo("Imogen \"Immy\"")))
                .withRequestBody(matchingJsonPath("$.variables.to0.tags", absent())));
        lab.server.verify(postRequestedFor(urlEqualTo(PATH))
                .withRequestBody(matchingJsonPath("$.variables.id0", equalTo("gid://shopify/Customer/7011200331")))
                .withRequestBody(matchingJsonPath("$.variables.tags0[0]", equalTo("vip"))));
    }

    @Test
    void a_wrong_token_is_explained_without_being_shown() {
        lab.server.stubFor(post(PATH).willReturn(unauthorized()));

        ConnectorException failure = Lab.failure(connector::check);

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.CONFIG);
        assertThat(failure).hasMessageContaining("does not accept the token of \"bramble\"");
        assertThat(failure.getMessage()).doesNotContain("shpat_secret");
    }

    @Test
    void a_scope_that_a_route_needs_and_the_token_lacks_is_named_with_the_place_where_it_is_granted() {
        lab.server.stubFor(asked("accessScopes")
                .willReturn(okJson("{\"data\":{\"currentAppInstallation\":{\"accessScopes\":["
                        + "{\"handle\":\"write_customers\"},{\"handle\":\"read_products\"}]}}}")));

        assertThat(connector.missing(new Use(Lab.stream(connector, "customers"), true, true, Set.of("first_name"))))
                .as("who may write may read")
                .isEmpty();
        assertThat(connector.missing(new Use(Lab.stream(connector, "orders"), true, false, Set.of())))
                .containsExactly("The app lacks the scope read_orders: in Shopify, Settings > Apps > Develop apps > the"
                        + " app > Configuration, then install it again.");
    }

    @Test
    void an_unknown_field_is_the_connectors_fault_and_says_so() {
        lab.server.stubFor(post(PATH)
                .willReturn(okJson("{\"errors\":[{\"message\":\"Field 'nme' doesn't exist on type 'Customer'\"}]}")));

        assertThat(Lab.failure(() -> Lab.readAll(connector, "customers")))
                .hasMessage("Shopify refused the query: Field 'nme' doesn't exist on type 'Customer'");
    }

    private static Mutation upsert(String email, Map<String, Object> fields) {
        return Lab.mutation(Op.UPSERT, email, null, fields);
    }

    private static MappingBuilder asked(String call) {
        return post(PATH)
                .withHeader("X-Shopify-Access-Token", equalTo("shpat_secret"))
                .withRequestBody(
                        matchingJsonPath("$.query", com.github.tomakehurst.wiremock.client.WireMock.containing(call)));
    }
}
