package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One letter per household, as the guide writes it. */
class HouseholdLettersTest {

    private static final String HEAD = "id,email,surname,street,zip\n";
    private static final String ANN = "S1,ann@x.test,Smith,12 High Street,YO1 7HH\n";
    private static final String BEN = "S2,ben@x.test,Smith,\"12, High St.\",YO1 7HH\n";
    private static final String CAT = "S3,cat@x.test,Jones,12 High Street,YO1 7HH\n";
    private static final String DAN = "S4,dan@x.test,Brown,,\n";

    @TempDir
    private Path folder;

    private TestHome home;
    private Commands commands;

    @BeforeEach
    void two_smiths_and_a_lodger() {
        home = new TestHome(folder)
                .config("connections/shop.yaml", """
                        connector: files
                        settings: { uri: "file:data/shop", streams: { customers: { pattern: "*.csv", key: id } } }
                        """)
                .config("connections/printer.yaml", """
                        connector: files
                        settings: { uri: "file:data/out", streams: { letters: { file: letters.csv, key: profile_id } } }
                        """)
                .config("identity.yaml", """
                        identifiers: [ { name: shop_id }, { name: email, normalise: email } ]
                        matching: off
                        """)
                .config("mappings/customers.yaml", """
                        from: shop/customers
                        to: profile
                        fields: { shop_id: id, email: email, last_name: surname, street: street, postcode: zip }
                        """)
                .config("mappings/out-letters.yaml", """
                        from: profile
                        to: printer/letters
                        match: profile_id
                        fields: { profile_id: profile_id, email: email, household: household_id, people: household_size }
                        """)
                .config("segments/letters.yaml", """
                        name: One letter per household
                        where: { trait: email, exists: true }
                        one_per: household_id
                        """)
                .pull("customers", "shop/customers")
                .push("letters", "segment/letters", "printer/letters", "mirror");
        commands = new Commands(folder);
        customers(ANN + BEN + CAT + DAN);
    }

    private void customers(String rows) {
        home.file("data/shop/customers.csv", HEAD + rows);
        done("sync", "customers");
    }

    private Answer done(String... command) {
        Answer answer = commands.hub(command);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }

    @Test
    void a_household_gets_one_letter_and_who_has_no_address_a_letter_too() {
        done("sync", "letters");
        assertThat(home.text("data/out/letters.csv"))
                .contains("ann@x.test", "cat@x.test", "dan@x.test")
                .doesNotContain("ben@x.test");
        JsonNode ann = done("profile", "show", "email:ann@x.test", "--json").json();
        assertThat(ann.at("/traits/household_size").asInt()).isEqualTo(2);
        assertThat(ann.at("/provenance/household_id/policy").asText()).isEqualTo("household");
        assertThat(done("segment", "count", "letters", "--json")
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void explain_says_who_represents_the_household() {
        String household = done("profile", "show", "email:ben@x.test", "--json")
                .json()
                .at("/traits/household_id")
                .asText();
        assertThat(done("segment", "explain", "letters", "email:ben@x.test").out())
                .contains("P2 is not in letters", "household_id is \"" + household + "\", which P1 represents");
    }

    @Test
    void when_the_one_who_had_the_letter_moves_out_the_other_gets_one() {
        done("sync", "letters");
        customers(ANN.replace("12 High Street", "9 Low Lane") + BEN + CAT + DAN);
        done("sync", "letters");
        assertThat(home.text("data/out/letters.csv")).contains("ann@x.test", "ben@x.test", "cat@x.test", "dan@x.test");
    }
}
