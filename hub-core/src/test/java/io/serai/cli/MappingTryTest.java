package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub mapping try}: one record, or one person, before and after. */
class MappingTryTest {

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void a_club_with_an_odd_member() {
        home = new TestHome(folder)
                .config("connections/club.yaml", """
                        connector: files
                        settings:
                          uri: file:data/club
                          streams:
                            members: { pattern: "members.csv", key: nr }
                            list: { file: list.csv, key: email }
                        """)
                .config("identity.yaml", """
                        identifiers:
                          - { name: email, normalise: email, ignore: ["desk@club.example"] }
                          - { name: phone, normalise: phone, region: GB }
                        matching: off
                        """)
                .config("mappings/members.yaml", """
                        from: club/members
                        to: profile
                        fields:
                          email: mail
                          phone: tel
                          first_name: given
                          joined: { from: since, format: dd/MM/yyyy }
                          consent.email: { from: news, map: { "yes": granted, "*": unknown } }
                        """)
                .config("mappings/list.yaml", """
                        from: profile
                        to: club/list
                        match: email
                        fields: { email: email, name: first_name, city: { from: phone, default: none } }
                        """)
                .pull("members", "club/members")
                .file("data/club/members.csv", """
                        nr,mail,tel,given,since,news
                        1,Ann@Mill.Example,0113 496 0001,Ann,03/11/2026,yes
                        2,desk@club.example,000,,03/11/2026,
                        3,cleo@mill.example,,Cleo,yesterday,no
                        """);
    }

    private Answer hub(String... arguments) {
        return new Commands(folder).hub(arguments);
    }

    @Test
    void a_fresh_record_is_shown_before_and_after_and_nothing_is_stored() {
        Answer answer = hub("mapping", "try", "members");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .startsWith("Record \"1\" of club/members, from a page of club/members, read now")
                .containsPattern("mail +Ann@Mill.Example")
                .containsPattern("email +ann@mill.example +mail +identifier, normalised")
                .containsPattern("phone +\\+441134960001 +tel +identifier, normalised")
                .containsPattern("consent.email +granted +news +consent")
                .contains("The record would be taken.");
        assertThat(home.path("data/hub.db")).doesNotExist();
    }

    @Test
    void what_is_junk_ignored_or_empty_is_said_with_the_reason() {
        assertThat(hub("mapping", "try", "members", "--record", "2").out())
                .containsPattern("email +mail +ignored: it stands under ignore: of config/identity.yaml")
                .containsPattern("phone +tel +ignored as junk: no phone number of a person")
                .containsPattern("first_name +given +empty");
    }

    @Test
    void a_refused_value_does_not_hide_the_others() {
        Answer answer = hub("mapping", "try", "members", "--record", "3");

        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out())
                .containsPattern("email +cleo@mill.example")
                .containsPattern("joined +since +refused: joined does not match dd/MM/yyyy")
                .contains("The record would be refused: ");
    }

    @Test
    void a_record_of_the_store_comes_first() {
        assertThat(home.sync("members").counts().stored()).isEqualTo(2);
        home.delete("data/club/members.csv");

        JsonNode json =
                hub("mapping", "try", "members", "--record", "1", "--json").json();

        assertThat(json.get("found_in").asText()).isEqualTo("the store");
        assertThat(json.at("/before/mail").asText()).isEqualTo("Ann@Mill.Example");
        assertThat(json.at("/fields/0/value").asText()).isEqualTo("ann@mill.example");
        assertThat(json.get("refused").isNull()).isTrue();
    }

    @Test
    void a_mapping_out_shows_the_destination_s_object_of_a_person() {
        assertThat(home.sync("members").counts().stored()).isEqualTo(2);

        Answer answer = hub("mapping", "try", "list", "--record", "email:ann@mill.example");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("as an object of club/list")
                .containsPattern("email +ann@mill.example +email +match")
                .containsPattern("name +Ann +first_name");
        assertThat(hub("mapping", "try", "list", "--record", "P2").out())
                .contains("This person would not be sent: \"email\" is empty");
        assertThat(hub("mapping", "try", "list", "--json")
                        .json()
                        .at("/after/name")
                        .asText())
                .isEqualTo("Ann");
    }

    @Test
    void what_is_not_there_is_guessed() {
        assertThat(hub("mapping", "try", "member").err()).contains("Did you mean \"members\"?");
        Answer record = hub("mapping", "try", "members", "--record", "11");
        assertThat(record.exitCode()).isEqualTo(1);
        assertThat(record.err()).contains("There is no record \"11\" in the store or on the first page");
        assertThat(hub("mapping", "try", "list").err()).contains("hub sync");
    }
}
