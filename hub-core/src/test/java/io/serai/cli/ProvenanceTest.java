package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of a person's records each trait came from: by commands, on real files. */
class ProvenanceTest {

    @TempDir
    private Path folder;

    private TestHome home;
    private Commands commands;

    @BeforeEach
    void ann_is_known_to_a_shop_and_a_till() {
        home = new TestHome(folder)
                .config("connections/shop.yaml", files("data/shop", "customers", "id"))
                .config("connections/till.yaml", files("data/till", "cards", "card"))
                .config("mappings/customers.yaml", """
                        from: shop/customers
                        to: profile
                        fields: { shop_id: id, email: email, first_name: name, city: city, street: street,
                          consent.email: news }
                        """)
                .config("mappings/cards.yaml", """
                        from: till/cards
                        to: profile
                        fields: { loyalty: card, email: email, first_name: name, city: city, street: street,
                          consent.email: news }
                        """)
                .config("traits.yaml", "letters: { count: order }\n")
                .pull("customers", "shop/customers")
                .pull("cards", "till/cards");
        survivorship("default: most_recent");
        commands = new Commands(folder);
    }

    private static String files(String uri, String stream, String key) {
        return """
                connector: files
                settings: { uri: "file:%s", streams: { %s: { pattern: "*.csv", key: %s } } }
                """.formatted(uri, stream, key);
    }

    private void survivorship(String policies) {
        home.config("identity.yaml", """
                identifiers:
                  - { name: shop_id }
                  - { name: loyalty }
                  - { name: email, normalise: email }
                matching: off
                survivorship: { %s }
                """.formatted(policies));
    }

    private void shop(String... rows) {
        read("data/shop/customers.csv", "id,email,name,city,street,news", "customers", rows);
    }

    private void till(String... rows) {
        read("data/till/cards.csv", "card,email,name,city,street,news", "cards", rows);
    }

    private void read(String file, String head, String route, String... rows) {
        home.file(file, head + "\n" + String.join("\n", rows) + "\n");
        Answer answer = commands.hub("sync", route);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    private JsonNode shown(String who) {
        Answer answer = commands.hub("profile", "show", who, "--json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.json();
    }

    private void assertFrom(JsonNode person, String trait, String value, String source, String record, String policy) {
        JsonNode from = person.get("provenance").get(trait);
        assertThat(from).as(trait).isNotNull();
        assertThat(List.of(
                        from.path("value").asText(),
                        from.path("source").asText(),
                        from.path("record").asText(),
                        from.path("policy").asText()))
                .as(trait)
                .containsExactly(value, source, record, policy);
    }

    private String changed(JsonNode person, String source, String key) {
        for (JsonNode record : person.get("records")) {
            if (record.get("source").asText().equals(source)
                    && record.get("key").asText().equals(key)) {
                return record.get("changed_at").asText();
            }
        }
        throw new AssertionError(source + " " + key + " is no record of " + person);
    }

    @Test
    void the_most_recent_value_names_the_record_that_changed_last_and_when() {
        shop("S1,ann@x.test,Ann,York,1 High St,granted");
        till("C7,ann@x.test,Anne,,,");
        JsonNode ann = shown("shop_id:S1");
        assertFrom(ann, "first_name", "Anne", "till/cards", "C7", "most_recent");
        assertFrom(ann, "city", "York", "shop/customers", "S1", "most_recent");
        assertFrom(ann, "loyalty", "C7", "till/cards", "C7", "most_recent");
        assertFrom(ann, "shop_id", "S1", "shop/customers", "S1", "most_recent");
        assertThat(ann.at("/provenance/first_name/changed").asText()).isEqualTo(changed(ann, "till/cards", "C7"));
        shop("S1,ann@x.test,Annie,York,1 High St,granted");
        assertFrom(shown("shop_id:S1"), "first_name", "Annie", "shop/customers", "S1", "most_recent");
    }

    @Test
    void the_most_frequent_value_names_the_last_record_that_has_it() {
        survivorship("default: most_recent, first_name: most_frequent");
        shop("S1,ann@x.test,Ann,York,,", "S2,ann@x.test,Ann,York,,");
        till("C7,ann@x.test,Anne,Hull,,");
        JsonNode ann = shown("loyalty:C7");
        assertThat(ann.at("/traits/first_name").asText()).isEqualTo("Ann");
        assertFrom(ann, "first_name", "Ann", "shop/customers", "S1", "most_frequent");
        assertFrom(ann, "city", "Hull", "till/cards", "C7", "most_recent");
        shop("S1,ann@x.test,Anna,York,,", "S2,ann@x.test,Anne,York,,");
        assertFrom(shown("loyalty:C7"), "first_name", "Anne", "shop/customers", "S2", "most_frequent");
    }

    @Test
    void the_most_complete_value_names_the_record_that_says_most() {
        survivorship("default: most_complete");
        shop("S1,ann@x.test,Ann,York,\"Flat 2, 14 Gillygate\",");
        till("C7,ann@x.test,Anneliese,York,14 Gillygate,");
        JsonNode ann = shown("shop_id:S1");
        assertFrom(ann, "street", "Flat 2, 14 Gillygate", "shop/customers", "S1", "most_complete");
        assertFrom(ann, "first_name", "Anneliese", "till/cards", "C7", "most_complete");
    }

    @Test
    void an_order_of_sources_names_the_best_source_that_says_something() {
        survivorship("default: most_recent, first_name: [shop, till], city: [shop, till]");
        shop("S1,ann@x.test,Ann,,,");
        till("C7,ann@x.test,Anne,Hull,,");
        JsonNode ann = shown("shop_id:S1");
        assertFrom(ann, "first_name", "Ann", "shop/customers", "S1", "source order shop, till");
        assertFrom(ann, "city", "Hull", "till/cards", "C7", "source order shop, till");
    }

    @Test
    void the_strictest_consent_survives_and_names_the_record_that_decided_it() {
        shop("S1,ann@x.test,Ann,,,denied");
        till("C7,other@x.test,Anne,,,granted");
        assertThat(shown("loyalty:C7").at("/consents/email").asText()).isEqualTo("granted");
        till("C7,ann@x.test,Anne,,,granted");
        JsonNode merged = shown("loyalty:C7");
        assertThat(merged.get("profile_id")).isEqualTo(shown("shop_id:S1").get("profile_id"));
        assertThat(merged.at("/consents/email").asText()).isEqualTo("denied");
        assertFrom(merged, "consent.email", "denied", "shop/customers", "S1", "strictest");
        shop("S1,ann@x.test,Ann,,,unknown");
        assertFrom(shown("loyalty:C7"), "consent.email", "granted", "till/cards", "C7", "strictest");
    }

    @Test
    void a_split_gives_the_consent_back_that_a_merge_took() {
        shop("S1,ann@x.test,Ann,,,denied");
        till("C7,ann@x.test,Anne,,,granted");
        Answer split = commands.hub(
                "profile", "split", shown("loyalty:C7").get("profile_id").asText(), "till/cards", "C7");
        assertThat(split.exitCode()).as(split.err()).isZero();
        assertThat(shown("loyalty:C7").at("/consents/email").asText()).isEqualTo("granted");
        assertThat(shown("shop_id:S1").at("/consents/email").asText()).isEqualTo("denied");
    }

    @Test
    void a_computed_trait_says_so_and_the_table_shows_where_everything_came_from() {
        shop("S1,ann@x.test,Ann,York,,granted", "S2,ann@x.test,Ann,York,,granted");
        home.config("mappings/orders.yaml", """
                        from: shop/customers
                        to: order
                        person: { shop_id: id }
                        fields: { id: id, time: { value: "2026-01-01T00:00:00Z" }, total: { value: 1 } }
                        """).pull("orders", "shop/customers");
        assertThat(commands.hub("sync", "orders").exitCode()).isZero();
        assertThat(shown("email:ann@x.test").at("/provenance/letters").toString())
                .isEqualTo("{\"value\":2,\"policy\":\"computed\"}");
        List<String> lines = commands.hub("profile", "show", "email:ann@x.test")
                .out()
                .lines()
                .map(line -> line.strip().replaceAll(" {2,}", " | "))
                .toList();
        assertThat(lines).contains("TRAIT | VALUE | FROM | WHEN | POLICY");
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .matches("city \\| York \\| shop/customers S1 \\| 20[0-9T:.Z-]+ \\| most_recent"));
        assertThat(lines).contains("letters | 2 | computed", "also S2");
    }
}
