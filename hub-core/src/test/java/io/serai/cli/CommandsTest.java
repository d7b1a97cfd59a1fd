package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.Homes;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say and which exit code they leave, as programs and people rely on it. */
class CommandsTest {

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void a_shop_with_two_customers() {
        home = Homes.shop(folder)
                .file("data/shop/customers.csv", "id,email,name,news\nS1,Ann@X.test,Ann,yes\nS2,ben@x.test,Ben,no\n")
                .file(
                        "data/shop/orders.csv",
                        "number,customer,at,total\nW1,S1,2026-01-02T10:00:00Z,90.10\nW2,S1,2026-01-03T10:00:00Z,20.20\n");
    }

    private Answer hub(String... arguments) {
        return new Commands(folder).hub(arguments);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void everythingIn() {
        assertThat(hub("sync", "customers").exitCode()).isZero();
        assertThat(hub("sync", "orders").exitCode()).isZero();
    }

    @Test
    void a_sync_prints_one_object_with_the_counts_that_add_up() {
        Answer answer = hub("sync", "customers", "--json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode run = answer.json();
        assertThat(names(run))
                .contains(
                        "run",
                        "route",
                        "status",
                        "read",
                        "stored",
                        "unchanged",
                        "rejected",
                        "planned",
                        "sent",
                        "deferred",
                        "held",
                        "seconds");
        assertThat(run.get("route").asText()).isEqualTo("customers");
        assertThat(run.get("status").asText()).isEqualTo("done");
        assertThat(run.get("read").asInt()).isEqualTo(2);
        assertThat(run.get("stored").asInt()).isEqualTo(2);
        assertThat(run.get("seconds").isNumber()).isTrue();
        assertThat(answer.out().strip().lines()).hasSize(1);
    }

    @Test
    void a_plan_prints_every_row_with_before_and_after_and_sends_nothing() {
        everythingIn();
        Answer answer = hub("plan", "vips-out", "--json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode plan = answer.json();
        assertThat(names(plan)).contains("plan", "route", "adds", "changes", "removals", "held", "rows");
        assertThat(plan.get("adds").asInt()).isEqualTo(1);
        JsonNode row = plan.get("rows").get(0);
        assertThat(names(row)).contains("op", "profile_id", "match", "before", "after");
        assertThat(row.get("op").asText()).isEqualTo("add");
        assertThat(row.get("profile_id").asText())
                .matches("P\\d+")
                .isEqualTo(row.get("match").asText());
        assertThat(row.get("after").get("ltv").decimalValue()).isEqualByComparingTo("110.30");
        assertThat(folder.resolve("data/out/vips.csv")).doesNotExist();

        Answer applied = hub("apply", plan.get("plan").asText(), "--json");
        assertThat(applied.exitCode()).as(applied.err()).isZero();
        assertThat(applied.json().get("sent").asInt()).isEqualTo(1);
        assertThat(home.text("data/out/vips.csv")).contains("ann@x.test").doesNotContain("ben@x.test");
    }

    @Test
    void a_person_is_found_by_email_in_any_case_and_printed_as_an_array() {
        everythingIn();
        Answer answer = hub("profile", "find", "email:ANN@x.TEST", "--json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.json().isArray()).isTrue();
        JsonNode ann = answer.json().get(0);
        assertThat(names(ann)).contains("profile_id", "identifiers", "traits", "consents");
        assertThat(ann.at("/identifiers/email/0").asText()).isEqualTo("ann@x.test");
        assertThat(ann.at("/consents/email").asText()).isEqualTo("granted");
        assertThat(ann.at("/traits/lifetime_value").decimalValue()).isEqualByComparingTo("110.30");
        assertThat(hub("profile", "find", "email:nobody@x.test", "--json").json())
                .isEmpty();
    }

    @Test
    void every_list_is_an_array_of_objects() {
        everythingIn();
        for (List<String> list : List.of(
                List.of("runs"),
                List.of("segment", "list"),
                List.of("segment", "members", "vips"),
                List.of("connection", "list"),
                List.of("connector", "list"),
                List.of("plugin", "list"))) {
            List<String> words = new ArrayList<>(list);
            words.add("--json");
            Answer answer = hub(words.toArray(String[]::new));
            assertThat(answer.exitCode()).as("%s: %s", list, answer.err()).isZero();
            assertThat(answer.json().isArray()).as("%s: %s", list, answer.out()).isTrue();
            assertThat(answer.json())
                    .allSatisfy(item -> assertThat(item.isObject()).isTrue());
        }
    }

    @Test
    void an_unchanged_sync_sends_nothing_and_a_dry_run_only_tells() {
        everythingIn();
        JsonNode dry = hub("sync", "vips-out", "--dry-run", "--json").json();
        assertThat(dry.get("sent").asInt()).isZero();
        assertThat(folder.resolve("data/out/vips.csv")).doesNotExist();
        assertThat(hub("sync", "vips-out", "--json").json().get("sent").asInt()).isEqualTo(1);
        JsonNode again = hub("sync", "vips-out", "--json").json();
        assertThat(again.get("planned").asInt()).isZero();
        assertThat(again.get("sent").asInt()).isZero();
    }

    @Test
    void rejections_exit_with_3_and_name_the_command_that_says_why() {
        home.file(
                "data/shop/orders.csv",
                "number,customer,at,total\nW1,S1,yesterday,5\nW2,S1,2026-01-03T10:00:00Z,five\n");
        Answer answer = hub("sync", "orders");
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out()).contains("2 rejected", "hub runs 1", "hub retry 1");
        Answer why = hub("runs", "1");
        assertThat(why.exitCode()).isZero();
        assertThat(why.out()).contains("yesterday", "five");
    }

    @Test
    void a_typo_stops_everything_with_file_line_column_and_what_was_meant() {
        home.config(
                "mappings/out-vips.yaml",
                home.text("config/mappings/out-vips.yaml").replace("from: lifetime_value", "from: lifetime_valeu"));
        Answer answer = hub("sync", "vips-out");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err())
                .containsPattern("out-vips\\.yaml:4:\\d+")
                .contains("lifetime_valeu", "lifetime_value", "nothing was started");
        assertThat(answer.out()).isEmpty();
        assertThat(folder.resolve("data/hub.db")).doesNotExist();
        assertThat(hub("check").exitCode()).isEqualTo(2);
    }

    @Test
    void a_mistyped_command_route_or_option_is_told_what_was_probably_meant() {
        assertMistake(hub("snyc", "customers"), "\"sync\"");
        assertMistake(hub("profile", "fnid", "x"), "\"find\"");
        assertMistake(hub("sync", "custmoers"), "custmoers", "customers");
        assertMistake(hub("sync", "customers", "--jsno"), "--json");
    }

    private static void assertMistake(Answer answer, String... words) {
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(words).doesNotContain("Exception");
    }

    @Test
    void a_source_that_is_not_there_fails_with_1_and_a_sentence() {
        home.config(
                "connections/shop.yaml",
                home.text("config/connections/shop.yaml").replace("data/shop", "data/nowhere"));
        Answer answer = hub("sync", "customers");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out() + answer.err()).contains("nowhere").doesNotContain("Exception", "mistake of the hub");
    }

    @Test
    void a_question_before_the_first_run_is_answered_with_what_to_do() {
        Answer answer = hub("profile", "find", "email:ann@x.test");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("hub sync ROUTE");
    }

    @Test
    void a_folder_that_is_no_home_is_refused_as_a_usage_mistake() {
        Answer answer = new Commands(folder.resolve("none")).hub("check");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("There is no folder");
    }
}
