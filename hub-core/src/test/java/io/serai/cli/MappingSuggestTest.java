package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub mapping suggest}: a file that the check accepts, with the reason of each line. */
class MappingSuggestTest {

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void a_till_that_says_nothing_of_its_files_and_a_club_that_declares_its_fields() {
        home = new TestHome(folder)
                .config("connections/till.yaml", """
                        connector: files
                        settings:
                          uri: file:data/till
                          streams:
                            sales: { pattern: "sales.csv", key: receipt }
                            people: { pattern: "people.csv", key: nr }
                            baskets: { pattern: "*.jsonl", key: id }
                            out: { file: out.csv, key: email }
                        """)
                .file("plugins/club/connector.yaml", """
                        name: club
                        title: Club
                        settings: { token: { required: true, secret: true, description: "A token." } }
                        http: { base: "http://127.0.0.1:9" }
                        streams:
                          members:
                            kind: person
                            key: id
                            fields: { id: id, mail: email, tel: phone, given: first_name, news: consent_email, created_at: created_at }
                            read: { get: /members, records: members }
                          orders:
                            kind: order
                            key: id
                            fields: { id: id, made: order_time, sum: order_total, currency: currency, customer.id: text, items: list }
                            read: { get: /orders, records: orders }
                        """)
                .config("connections/club.yaml", "connector: club\nsettings: { token: abc }\n")
                .file("data/till/sales.csv", """
                        receipt,card,customer_id,sold_at,amount,branch
                        R1,C100,7,03/11/2026 08:12,12.50,York
                        R2,,8,30/11/2026 08:20,-9.00,Hull
                        """)
                .file("data/till/people.csv", """
                        nr,Mail,First Name,family,born,town,letters
                        1,ann@mill.example,Ann,Mill,3.2.1980,York,yes
                        2,bob@hill.example,Bob,Hill,30.12.1971,Hull,no
                        """)
                .file("data/till/baskets.jsonl", """
                        {"id":1,"time":"2026-11-03T08:12:00Z","total":3,"lines":[{"article":"A1","qty":2,"price":1.5}]}
                        """);
    }

    private Answer hub(String... arguments) {
        return new Commands(folder).hub(arguments);
    }

    private String suggested(String stream) {
        Answer answer = hub("mapping", "suggest", stream);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.out();
    }

    /** The home's check once the proposal is a file of it. */
    private String checked(String name, String yaml) {
        home.config("mappings/" + name + ".yaml", yaml);
        Answer check = hub("check");
        assertThat(check.exitCode()).as(check.out() + yaml).isZero();
        return check.out();
    }

    @Test
    void people_in_a_file_are_recognised_by_names_and_values() {
        String yaml = suggested("till/people");

        assertThat(yaml)
                .startsWith("# yaml-language-server: $schema=../../schemas/mapping.json\n")
                .contains("and 2 records.")
                .contains("to: profile")
                .contains("  till_id: nr ")
                .contains("  email: Mail ")
                .contains("  first_name: First Name ")
                .contains("  last_name: family ")
                .contains("  birth_date: { from: born, format: \"d.M.yyyy\" }")
                .contains("  city: town ")
                .contains(
                        "  consent.email: { from: letters, map: { \"no\": denied, \"yes\": granted, \"*\": unknown } }")
                .contains("#   - { name: till_id, per_profile: 3 }")
                .doesNotContain("mill.example");
        checked("till-people", yaml);
    }

    @Test
    void sales_become_orders_with_the_format_of_their_times() {
        String yaml = suggested("till/sales");

        assertThat(yaml)
                .contains("to: order")
                .contains("  id: receipt ")
                .contains("  time: { from: sold_at, format: \"dd/MM/yyyy HH:mm\" }")
                .contains("  total: amount ")
                .contains("  store: branch ")
                .contains("# loyalty: card ")
                .contains("once config/identity.yaml names loyalty");
        checked("till-sales", yaml);
        home.config("identity.yaml", "identifiers:\n  - { name: loyalty, per_profile: 3 }\nmatching: off\n");
        assertThat(suggested("till/sales")).contains("person:\n  loyalty: card ");
    }

    @Test
    void the_lines_of_an_order_are_found_in_its_lists() {
        String yaml = suggested("till/baskets");

        assertThat(yaml)
                .contains("to: order")
                .contains("  from: lines\n  fields: { product: article, quantity: qty, price: price }");
        checked("till-baskets", yaml);
    }

    @Test
    void what_a_stream_declares_needs_no_record() {
        Answer answer = hub("mapping", "suggest", "club/members");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("No record could be looked at: ");
        assertThat(answer.out())
                .contains("no record was there to look at")
                .contains("  club_id: id ")
                .contains("  email: mail ")
                .contains("# the stream says: first name")
                .contains("map: { subscribed: granted, unsubscribed: denied, \"*\": unknown }")
                .contains("# club_created_at: created_at");
        checked("club-members", answer.out());
    }

    @Test
    void an_order_stream_leads_to_orders_with_person_and_lines() {
        String yaml = hub("mapping", "suggest", "club/orders", "--no-sample").out();

        assertThat(yaml)
                .contains("to: order")
                .contains("# club_id: customer.id")
                .contains("  time: made ")
                .contains("  total: sum ")
                .contains("  from: items\n  fields: { product: sku, quantity: quantity, price: price }");
        checked("club-orders", yaml);
    }

    @Test
    void programs_get_the_lines_and_the_file() {
        JsonNode json = hub("mapping", "suggest", "till/sales", "--json").json();

        assertThat(json.get("to").asText()).isEqualTo("order");
        assertThat(json.get("records").asInt()).isEqualTo(2);
        assertThat(json.at("/fields/0/field").asText()).isEqualTo("id");
        assertThat(json.at("/person/0/taken").asBoolean()).isFalse();
        assertThat(json.get("yaml").asText()).contains("from: till/sales");
    }

    @Test
    void what_is_not_there_is_guessed() {
        assertThat(hub("mapping", "suggest", "till/sale"))
                .satisfies(answer -> assertThat(answer.exitCode()).isEqualTo(2))
                .satisfies(answer -> assertThat(answer.err()).contains("Did you mean \"till/sales\"?"));
        assertThat(hub("mapping", "suggest", "tll/sales").err())
                .contains("There is no connection \"tll\". Did you mean \"till\"?");
        assertThat(hub("mapping", "suggest", "sales").err()).contains("write CONNECTION/STREAM");
        assertThat(hub("mapping", "suggest", "till/out").err()).contains("can only be written");
        assertThat(hub("mapping", "sugest", "till/sales").err()).contains("Did you mean \"suggest\"?");
    }
}
