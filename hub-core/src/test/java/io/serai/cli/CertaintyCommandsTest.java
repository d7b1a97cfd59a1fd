package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A letter that asks for certainty, to somebody whom likeness alone made one person. */
class CertaintyCommandsTest {

    @TempDir
    private Path folder;

    private TestHome home;
    private Commands commands;

    @BeforeEach
    void a_customer_and_a_card_that_are_alike() {
        String fields =
                "first_name: first, last_name: last, birth_date: born, street: street, postcode: zip, city: city";
        home = new TestHome(folder)
                .config("connections/shop.yaml", """
                        connector: files
                        settings: { uri: "file:data/shop", streams: { customers: { pattern: "c*.csv", key: id }, cards: { pattern: "t*.csv", key: id } } }
                        """)
                .config("connections/printer.yaml", """
                        connector: files
                        settings: { uri: "file:data/out", streams: { letters: { file: letters.csv, key: profile_id } } }
                        """)
                .config("identity.yaml", "identifiers: [ { name: shop_id }, { name: card } ]\n")
                .config(
                        "mappings/customers.yaml",
                        "from: shop/customers\nto: profile\nfields: { shop_id: id, " + fields + " }\n")
                .config("mappings/cards.yaml", "from: shop/cards\nto: profile\nfields: { card: id, " + fields + " }\n")
                .config("mappings/out-letters.yaml", """
                        from: profile
                        to: printer/letters
                        match: profile_id
                        fields: { profile_id: profile_id, name: last_name }
                        """)
                .pull("customers", "shop/customers")
                .pull("cards", "shop/cards")
                .push("ad", "profiles", "printer/letters", "mirror")
                .file("routes/letter.camel.yaml", """
                        - route:
                            id: letter
                            from:
                              uri: hub:profiles
                              steps:
                                - to:
                                    uri: hub:push/printer/letters
                                    parameters: { mapping: out-letters, mode: mirror, min_certainty: 1 }
                        """)
                .file("routes/ad.camel.yaml", """
                        - route:
                            id: ad
                            from:
                              uri: hub:profiles
                              steps:
                                - to: { uri: hub:push/printer/letters, parameters: { mapping: out-letters, mode: mirror } }
                        """);
        String head = "id,first,last,born,street,zip,city\n";
        home.file(
                "data/shop/c.csv",
                head
                        + "S1,Anneliese,Featherstonehaugh,1971-03-09,12 Gillygate,YO31 7EQ,York\n"
                        + "S2,Ben,Smith,1980-01-01,1 Low Lane,LS1 1AA,Leeds\n");
        home.file("data/shop/t.csv", head + "C7,Anneliese,Featherstonehaugh,1971-03-09,12 Gillygate,YO31 7EQ,York\n");
        commands = new Commands(folder);
        done("sync", "customers");
        done("sync", "cards");
    }

    private Answer done(String... command) {
        Answer answer = commands.hub(command);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }

    @Test
    void the_reason_names_the_two_records_of_the_weakest_link() {
        assertThat(done("profile", "find", "last_name:Featherstonehaugh", "--json")
                        .json())
                .as("likeness made the two records one person")
                .hasSize(1);
        JsonNode run = done("sync", "letter", "--json").json();
        assertThat(run.get("sent").asInt()).isEqualTo(1);
        assertThat(run.get("held").asInt()).isEqualTo(1);
        JsonNode held = done("runs", run.get("run").asText(), "--json").json().get("held_back");
        assertThat(held.get(0).get("reason").asText())
                .matches("its weakest link, between shop/c(ustomers S1|ards C7) and shop/c(ustomers S1|ards C7),"
                        + " has certainty 0\\.\\d{3}; this push asks for 1");
        assertThat(home.text("data/out/letters.csv")).contains("Smith").doesNotContain("Featherstonehaugh");
    }

    @Test
    void an_audience_that_does_not_ask_gets_everybody() {
        assertThat(done("sync", "ad", "--json").json().get("sent").asInt()).isEqualTo(2);
    }
}
