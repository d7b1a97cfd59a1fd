package io.serai.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.serai.Hub;
import io.serai.HubHome;
import io.serai.Routes;
import io.serai.TestHome;
import io.serai.camel.HubCamel;
import io.serai.cli.Commands.Answer;
import io.serai.config.HubEndpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes of docs/guide/routes.md, as they stand there, at the bakery of docs/guide/first-hour.md. */
class RoutesGuideTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private TestHome home;
    private WireMockServer cards;

    @BeforeEach
    void the_bakery() {
        cards = new WireMockServer(options().dynamicPort());
        cards.start();
        home = new TestHome(folder);
        GuidePage.of("first-hour").lay(home);
        GuidePage.of("routes").lay(home);
        home.file(
                        "application.properties",
                        home.text("application.properties").replace("cards.example", "localhost:" + cards.port()))
                .file(
                        "data/in/members.csv",
                        "number,mail,first,last,letters\n1,ann@mill.example,Ann,\"Mill, née \"\"Dale\"\"\",yes\n"
                                + "2,bob@mill.example,Bob,,no\n3,cy@mill.example,Cy,Mill,yes\n")
                .file(
                        "data/in/sales-1.csv",
                        "receipt,number,at,amount\nR1,1,03/11/2026 08:12,22.50\nR3,2,10/11/2026 09:05,31.00\n");
    }

    @AfterEach
    void close() {
        cards.stop();
    }

    private Answer hub(String... arguments) {
        return new Commands(folder).hub(arguments);
    }

    private void levels() {
        cards.stubFor(get(urlPathMatching("/levels/.*")).willReturn(okJson("{\"level\":\"gold\",\"since\":2020}")));
        cards.stubFor(get(urlEqualTo("/levels/3")).willReturn(notFound().withBody("nobody")));
    }

    private JsonNode run(String route) {
        JsonNode runs = hub("runs", "--json").json();
        for (JsonNode run : runs) {
            if (run.get("route").asText().equals(route)) {
                return run;
            }
        }
        return null;
    }

    @Test
    void every_route_passes_the_check_and_the_one_warning_is_what_the_page_shows() {
        Answer check = hub("check");
        assertThat(check.exitCode()).as(check.out()).isZero();
        assertThat(GuidePage.of("routes").text()).contains("$ hub check\n" + check.out());
    }

    @Test
    void the_table_of_endpoints_names_every_kind_and_option() {
        String page = GuidePage.of("routes").text();
        for (HubEndpoints.Kind kind : HubEndpoints.kinds()) {
            String row = page.lines()
                    .filter(line -> line.startsWith("| `" + kind.form() + "` |"))
                    .findFirst()
                    .orElse("");
            assertThat(row).as(kind.form()).isNotEmpty();
            assertThat(row.endsWith("schedule |") || row.contains("| schedule,"))
                    .as(row)
                    .isEqualTo(kind.option("every").isPresent());
            kind.optionNames().stream()
                    .filter(option -> HubEndpoints.kind("pull")
                            .orElseThrow()
                            .option(option)
                            .isEmpty())
                    .forEach(option -> assertThat(row).contains("`" + option + "`"));
        }
    }

    @Test
    void a_record_that_nobody_answers_for_is_set_aside_and_the_run_says_so() throws IOException {
        levels();
        Answer sync = hub("sync", "members-with-level");
        assertThat(sync.exitCode()).as(sync.out() + sync.err()).isZero();
        assertThat(sync.out())
                .contains("read 3: 2 stored, 0 unchanged, 0 rejected, 1 left out by the route")
                .contains(
                        "1 message failed on its way and was handled by the route, to direct:set-aside: HTTP operation"
                                + " failed invoking http://localhost:" + cards.port()
                                + "/levels/3 with statusCode: 404");
        JsonNode aside = TestHome.json(Files.readString(folder.resolve("data/set-aside/members-with-level-1.jsonl")));
        assertThat(aside.get("number").asText()).isEqualTo("3");
        assertThat(aside.get("mail").asText()).isEqualTo("cy@mill.example");
        JsonNode ann =
                hub("profile", "find", "member:1", "--json").json().get(0).get("traits");
        assertThat(ann.get("level").asText()).isEqualTo("gold");
        assertThat(ann.get("last_name").asText()).isEqualTo("Mill, née \"Dale\"");
        JsonNode bob =
                hub("profile", "find", "member:2", "--json").json().get(0).get("traits");
        assertThat(bob.has("last_name")).as("nothing stays nothing").isFalse();
        cards.verify(3, getRequestedFor(urlEqualTo("/levels/3")));
        assertThat(hub("sync", "members-with-level", "--json")
                        .json()
                        .get("stored")
                        .asInt())
                .isZero();
    }

    @Test
    void a_kamelet_is_a_step_of_the_route_that_names_it() {
        cards.stubFor(get(urlPathMatching("/levels/.*")).willReturn(okJson("{\"level\":\"gold\"}")));
        JsonNode run = hub("sync", "levels", "--json").json();
        assertThat(run.get("status").asText()).as(run.toString()).isEqualTo("done");
        assertThat(run.get("stored").asInt()).isEqualTo(3);
        JsonNode ann =
                hub("profile", "find", "member:1", "--json").json().get(0).get("traits");
        assertThat(ann.get("level").asText()).isEqualTo("gold");
        cards.resetAll();
        cards.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        home.file("data/in/members.csv", home.text("data/in/members.csv") + "9,dee@mill.example,Dee,Mill,yes\n");
        Answer failed = hub("sync", "levels");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).contains("statusCode: 500");
        assertThat(home.keys())
                .as("what a kamelet fails at is not stored, and read again")
                .doesNotContain("9");
    }

    @Test
    void without_the_error_handler_the_run_fails_and_the_page_is_read_again() {
        String route = home.text("routes/members-with-level.camel.yaml");
        home.file(
                "routes/members-with-level.camel.yaml",
                route.replaceFirst("(?s)    errorHandler:.*?    from:", "    from:"));
        cards.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        Answer failed = hub("sync", "members-with-level");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).contains("statusCode: 503");
        cards.resetAll();
        levels();
        cards.stubFor(get(urlEqualTo("/levels/3")).willReturn(okJson("{\"level\":\"new\"}")));
        JsonNode again = hub("sync", "members-with-level", "--json").json();
        assertThat(again.get("read").asInt()).isEqualTo(3);
        assertThat(again.get("stored").asInt()).isEqualTo(3);
    }

    @Test
    void everybody_goes_to_both_destinations_each_by_a_plan_of_its_own() throws IOException {
        hub("sync", "members");
        hub("sync", "sales");
        JsonNode held = hub("sync", "regulars-to-both", "--json").json();
        assertThat(held.get("status").asText()).isEqualTo("held");
        assertThat(held.get("planned").asInt()).isEqualTo(4);
        assertThat(hub("apply", "1").exitCode()).isZero();
        assertThat(hub("apply", "2").exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("data/out/regulars.csv")))
                .contains("ann@mill.example", "bob@mill.example");
        assertThat(Files.readString(folder.resolve("data/out/letters.csv")))
                .contains("ann@mill.example,Ann")
                .doesNotContain("bob@mill.example");
        assertThat(hub("sync", "regulars-to-both", "--json").json().get("sent").asInt())
                .isZero();
    }

    @Test
    @SuppressWarnings("try") // the routes run until they are closed
    void schedules_and_files_run_as_long_as_the_hub_does() throws Exception {
        home.file(
                        "routes/bakery.camel.yaml",
                        home.text("routes/bakery.camel.yaml").replace("0 0 2 * * ?", "0/1 * * * * ?"))
                .file("data/branch/today.json", branchFile())
                .file(
                        "data/lists/today.json",
                        "{\"rows\":[{\"no\":\"L1\",\"card\":1,\"when\":\"11/11/2026 08:00\",\"sum\":5},"
                                + "{\"no\":\"L2\",\"card\":1,\"when\":\"12/11/2026 08:00\",\"sum\":6}]}")
                .file("data/inbox/1.json", ticket("K1"))
                .file("data/tickets/1.json", ticket("T1"))
                .file("data/tickets/2.json", ticket("T2"));
        try (Hub hub = Hub.writing(HubHome.load(folder, Optional.empty()), "run");
                Routes routes = Routes.of(hub);
                HubCamel camel = routes.start()) {
            for (String route : List.of("members", "sales", "branch-files", "branch-lists", "inbox-sales")) {
                await(() -> run(route) != null);
            }
            await(() -> Files.exists(folder.resolve("data/branch/.camel/today.json"))
                    && Files.exists(folder.resolve("data/lists/.camel/today.json"))
                    && Files.exists(folder.resolve("data/tickets/.camel/2.json")));
            routes.cancel();
        }
        assertThat(run("members").get("read").asInt()).isEqualTo(3);
        assertThat(run("branch-files").get("read").asInt())
                .as("the test receipt is filtered away before a run counts it")
                .isEqualTo(2);
        assertThat(run("branch-files").get("stored").asInt()).isEqualTo(2);
        assertThat(run("branch-lists").get("stored").asInt()).isEqualTo(2);
        assertThat(run("tickets").get("stored").asInt())
                .as("stopping completes the group that waits")
                .isEqualTo(2);
        assertThat(home.keys())
                .contains("1", "2", "3", "7", "B1", "K1", "L1", "L2", "T1", "T2")
                .doesNotContain("B2");
    }

    private static String branchFile() {
        return GuidePage.of("routes").blocks().stream()
                .filter(block -> block.language().equals("json"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static String ticket(String receipt) {
        return "{\"receipt\":\"" + receipt + "\",\"number\":2,\"at\":\"11/11/2026 08:00\",\"amount\":3}";
    }

    private static void await(BooleanSupplier until) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!until.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            Thread.sleep(100);
        }
    }
}
