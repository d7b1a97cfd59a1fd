package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub identity suggest}: a file that the check accepts, with reasons, and without anybody's data. */
class IdentitySuggestTest {

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void a_shop_without_rules_and_a_till_with_a_busy_address() {
        home = new TestHome(folder)
                .config(
                        "connections/shop.yaml",
                        "connector: files\nsettings: { uri: \"file:data/shop\", streams: { people: { pattern: \"*.csv\", key: id } } }\n")
                .config("mappings/people.yaml", """
                        from: shop/people
                        to: profile
                        fields:
                          card_no: card
                          contact: mail
                          mobile: mobile
                          first_name: given
                          last_name: family
                          birth_date: born
                          city: town
                          favourite: colour
                          consent.email: { from: news, map: { yes: granted, "*": unknown } }
                        """)
                .config("identity.yaml", "identifiers: []\nmatching: off\n")
                .pull("people", "shop/people");
        StringBuilder csv = new StringBuilder("id,card,mail,mobile,given,family,born,town,colour,news\n");
        for (int i = 0; i < 300; i++) {
            String given = (char) ('A' + i % 26) + "nna" + (char) ('a' + i % 7);
            boolean till = i % 20 == 0;
            int house = i / 2;
            csv.append(i).append(",C").append(10_000 + i).append(',');
            csv.append(till ? "counter@shop.example" : "house" + house + "@mail.example")
                    .append(',');
            csv.append("07911 1")
                    .append(String.format("%05d", house))
                    .append(',')
                    .append(given)
                    .append(",Mill");
            csv.append(house).append(i % 100 == 1 ? ",1980-02-03," : ",,").append("York,red,yes\n");
        }
        home.file("data/shop/people.csv", csv.toString());
        assertThat(home.sync("people").counts().stored()).isEqualTo(300);
    }

    private Answer hub(String... arguments) {
        return new Commands(folder).hub(arguments);
    }

    @Test
    void the_proposal_passes_the_check_and_says_why() {
        Answer answer = hub("identity", "suggest");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("300 records")
                .contains("{ name: card_no, per_profile: 3 }")
                .contains("{ name: contact, per_profile: 5, normalise: email, shared: true }")
                .contains("{ name: mobile, per_profile: 5, normalise: phone, region: GB, shared: true }")
                .containsPattern("- first_name +# 100 %")
                .contains("- { field: contact, kind: email }")
                .containsPattern("- birth_date +# 1 %")
                .contains("merge_above: 0.99");
        home.config("identity.yaml", answer.out());
        Answer check = hub("check");
        assertThat(check.exitCode()).as(check.out()).isZero();
        assertThat(check.out()).startsWith("All is well:");
    }

    @Test
    void nobody_s_data_is_printed_but_the_address_that_is_nobody_s_masked() {
        String out = hub("identity", "suggest").out();

        assertThat(out).contains("c…r@shop.example is on people of").doesNotContain("counter@");
        assertThat(out)
                .doesNotContain("house1")
                .doesNotContain("Mill1")
                .doesNotContain("C10")
                .doesNotContain("07911");
    }

    @Test
    void programs_get_the_figures_and_the_file() {
        JsonNode json = hub("identity", "suggest", "--json").json();

        assertThat(json.get("records").asInt()).isEqualTo(300);
        assertThat(json.at("/identifiers/0/name").asText()).isEqualTo("card_no");
        assertThat(json.at("/identifiers/0/values").asInt()).isEqualTo(300);
        assertThat(json.at("/identifiers/1/overloaded/0/value").asText()).isEqualTo("c…r@shop.example");
        assertThat(json.at("/compare/0/field").asText()).isEqualTo("first_name");
        assertThat(json.get("yaml").asText()).contains("identifiers:");
    }

    @Test
    void rules_that_a_person_wrote_stay() {
        home.config("identity.yaml", """
                identifiers:
                  - { name: contact, normalise: email, ignore: ["counter@shop.example", "noreply@*"], max_people: 4 }
                  - { name: mobile, normalise: phone, region: FR }
                matching: off
                survivorship: { default: most_frequent, city: [shop] }
                """);
        assertThat(hub("identity", "suggest").out())
                .contains("max_people: 4, ignore: [\"counter@shop.example\", \"noreply@*\"]")
                .contains("region: FR")
                .contains("survivorship: { default: most_frequent, city: [shop] }")
                .doesNotContain("counter@shop.example is on");
    }

    @Test
    void a_hub_without_records_says_what_to_do() {
        new TestHome(folder.resolve("empty")).config("identity.yaml", "identifiers: []\nmatching: off\n");

        Answer answer = new Commands(folder.resolve("empty")).hub("identity", "suggest");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("hub sync ROUTE");
    }

    @Test
    void a_misspelt_command_is_guessed() {
        Answer answer = hub("identity", "sugest");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("Did you mean \"suggest\"?");
    }
}
