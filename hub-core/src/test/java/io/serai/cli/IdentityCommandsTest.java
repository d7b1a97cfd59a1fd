package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.Hub;
import io.serai.HubHome;
import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub review}, {@code hub profile why} and {@code hub resolve}, as people and programs use them. */
class IdentityCommandsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void a_home_with_people() {
        PeopleHome.lay(folder);
    }

    private Answer hub(String... arguments) {
        return new Commands(folder).hub(arguments);
    }

    private JsonNode reviews() {
        return hub("review", "list", "--json").json();
    }

    private String profile(String identifier) {
        JsonNode found = hub("profile", "find", identifier, "--json").json();
        assertThat(found).as(identifier).hasSize(1);
        return found.get(0).get("profile_id").asText();
    }

    @Test
    void pairs_that_wait_are_listed_with_names_evidence_and_reason() {
        Answer answer = hub("review", "list");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains(
                        "Cleo Marchbanks  and  ", "likely one person", "crm/people 2 and crm/people 3", "not merged: ")
                .containsPattern("birth_date same \\+\\d");
        JsonNode review = reviews().get(0);
        assertThat(review.get("probability").asDouble()).isGreaterThan(0.9);
        assertThat(review.at("/left/name").asText()).isEqualTo("Cleo Marchbanks");
        assertThat(review.at("/left/profile_id").asText()).matches("P\\d+");
        assertThat(review.at("/right/record").asText()).startsWith("crm/people ");
        assertThat(review.at("/evidence/0/bits").asDouble()).isPositive();
        assertThat(review.get("reason").asText()).isNotEmpty();
    }

    @Test
    void an_accepted_pair_is_one_person_and_waits_no_more() {
        String id = reviews().get(0).get("review").asText();

        Answer accepted = hub("review", "accept", id, "--json");

        assertThat(accepted.exitCode()).as(accepted.err()).isZero();
        String now = accepted.json().get("profile_id").asText();
        assertThat(profile("crm_id:2")).isEqualTo(now);
        assertThat(profile("crm_id:3")).isEqualTo(now);
        assertThat(reviews()).isEmpty();
        assertThat(hub("review", "list").out()).contains("No pair waits for review.");
        Answer again = hub("review", "accept", id);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("Pair " + id + " was accepted already").contains("hub profile split");
        assertThat(hub("profile", "why", "crm_id:2", "crm_id:3").out()).contains("A person joined crm/people");
        assertThat(hub("profile", "split", now, "crm/people", "3").exitCode()).isZero();
        assertThat(hub("profile", "why", "crm_id:2", "crm_id:3").out()).contains("a person keeps them apart");
        assertThat(reviews()).isEmpty();
        assertThat(hub("review", "accept", id).err()).contains("was accepted already");
    }

    @Test
    void a_rejected_pair_stays_two_people_whatever_is_resolved() {
        String id = reviews().get(0).get("review").asText();

        Answer rejected = hub("review", "reject", id);

        assertThat(rejected.exitCode()).as(rejected.err()).isZero();
        assertThat(rejected.out()).contains("They stay two people.");
        assertThat(hub("resolve", "--full").exitCode()).isZero();
        assertThat(reviews()).isEmpty();
        assertThat(profile("crm_id:2")).isNotEqualTo(profile("crm_id:3"));
        assertThat(hub("profile", "why", "crm_id:2", "crm_id:3").out()).contains("a person keeps them apart");
    }

    @Test
    void why_says_what_likeness_joined_with_the_weight_of_each_field() {
        assertThat(profile("shop_id:S1")).isEqualTo(profile("crm_id:1"));

        assertThat(hub("profile", "why", "shop_id:S1").out())
                .containsPattern("same birth date \\(\\+\\d+\\.\\d bits\\)");
    }

    @Test
    void why_of_two_says_what_keeps_them_apart() {
        Answer answer = hub("profile", "why", "email:ida@mail.example", "crm_id:4");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("They stay apart")
                .contains("FIELD", "AGREEMENT", "BITS")
                .contains("birth_date");
        JsonNode json = hub("profile", "why", "email:ida@mail.example", "crm_id:4", "--json")
                .json();
        assertThat(json.get("between").asText()).isEqualTo("below_threshold");
        assertThat(json.get("probability").asDouble()).isBetween(0.0, 0.99);
        assertThat(json.get("evidence")).isNotEmpty();
        assertThat(json.get("sentences")).isNotEmpty();
    }

    @Test
    void the_evidence_and_where_it_starts_add_up() {
        String out = hub("profile", "why", "crm_id:2", "crm_id:3").out();

        assertThat(out)
                .containsPattern("Together that is \\+\\d+\\.\\d bits, with -\\d+\\.\\d bits for any two people");
    }

    @Test
    void nonsense_is_answered_with_what_is_wrong() {
        Answer word = hub("review", "accept", "abc");
        assertThat(word.exitCode()).isEqualTo(2);
        assertThat(word.err()).contains("'abc' is not a whole number").contains("hub review accept --help");
        Answer unknown = hub("review", "reject", "99");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("No pair 99 waits for review. hub review list shows those that do.");
        Answer nobody = hub("profile", "why", "");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("Say who: P12");
        assertThat(hub("profile", "why").exitCode()).isEqualTo(2);
    }

    @Test
    void why_of_somebody_unknown_is_refused() {
        assertThat(hub("profile", "why", "shop_id:S1", "crm_id:77").exitCode()).isEqualTo(1);
    }

    @Test
    void a_dry_resolve_says_what_would_change_and_changes_nothing() {
        String before = hub("profile", "find", "last_name:Zebrowski", "--json").out();

        Answer answer = hub("resolve", "--dry-run", "--json");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.json().get("applied").asBoolean()).isFalse();
        assertThat(answer.json().get("profiles_before").asInt()).isEqualTo(6);
        assertThat(answer.json().get("reviews").asInt()).isEqualTo(1);
        assertThat(hub("profile", "find", "last_name:Zebrowski", "--json").out())
                .isEqualTo(before);
    }

    @Test
    void a_resolve_says_what_changed() {
        Answer answer = hub("resolve", "--full");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains(
                        "6 profiles, as before.",
                        "7 records read again",
                        "1 pair waits for your word: hub review list");
    }

    @Test
    void deciding_is_refused_while_another_command_writes_and_reading_is_not() {
        try (Hub other = Hub.writing(HubHome.load(folder, Optional.empty()), "something long")) {
            assertThat(other.profiles().count()).isEqualTo(6);
            assertThat(hub("review", "list").exitCode()).isZero();
            assertThat(hub("identity", "suggest").exitCode()).isZero();
            assertThat(hub("profile", "why", "shop_id:S1", "crm_id:4").exitCode())
                    .isZero();
            for (String decision : new String[] {"accept", "reject"}) {
                Answer refused = hub("review", decision, "1");
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.err()).contains("something long");
            }
        }
    }

    @Test
    void mistakes_on_the_command_line_are_told() {
        assertThat(hub("review", "acept", "1").err()).contains("Did you mean \"accept\"?");
        assertThat(hub("resolve", "--dryrun").err()).contains("Did you mean \"--dry-run\"?");
        for (String[] line : new String[][] {
            {"review"},
            {"review", "accept"},
            {"review", "accept", "x"},
            {"review", "list", "--limit", "0"},
            {"identity"}
        }) {
            assertThat(hub(line).exitCode()).as(String.join(" ", line)).isEqualTo(2);
        }
    }
}
