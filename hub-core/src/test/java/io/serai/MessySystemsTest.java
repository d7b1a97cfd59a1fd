package io.serai;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system over HTTP on a bad day, read by a connector that is a {@code connector.yaml} in the home's {@code plugins/}. */
class MessySystemsTest {

    private static final int PAGE = 3;

    @TempDir
    private Path folder;

    private final WireMockServer system = new WireMockServer(options().dynamicPort());
    private TestHome home;

    @BeforeEach
    void a_home_with_a_plugin() {
        system.start();
        home = new TestHome(folder)
                .file("plugins/club/connector.yaml", """
                        name: club
                        title: Club
                        version: 1.0.0
                        description: Members of a club.
                        settings:
                          base_url: { required: true, description: "The address." }
                        http:
                          base: "{settings.base_url}"
                        streams:
                          members:
                            kind: person
                            key: id
                            fields: { id: id, email: email }
                            read:
                              get: /members
                              query: { limit: 3, offset: "{offset}" }
                              records: members
                              pages: { offset: 0, total: total }
                        """)
                .config("connections/club.yaml", """
                        connector: club
                        settings: { base_url: "http://127.0.0.1:%d" }
                        """.formatted(system.port()))
                .config("identity.yaml", """
                        identifiers: [ { name: club_id }, { name: email, normalise: email } ]
                        matching: off
                        """)
                .config("mappings/members.yaml", """
                        from: club/members
                        to: profile
                        fields: { club_id: id, email: email }
                        """)
                .pull("members", "club/members");
    }

    @AfterEach
    void stop() {
        system.stop();
    }

    private static String members(int offset, int rows, int total) {
        String members = IntStream.range(offset, offset + rows)
                .mapToObj(n -> "{\"id\":" + n + ",\"email\":\"m" + n + "@club.test\"}")
                .collect(Collectors.joining(","));
        return "{\"members\":[" + members + "],\"total\":" + total + "}";
    }

    private static MappingBuilder second() {
        return get(urlPathEqualTo("/members")).withQueryParam("offset", equalTo("3"));
    }

    private void page(int offset, int rows, int total) {
        system.stubFor(get(urlPathEqualTo("/members"))
                .withQueryParam("offset", equalTo(String.valueOf(offset)))
                .willReturn(okJson(members(offset, rows, total))));
    }

    private void everything() {
        page(0, PAGE, 7);
        page(3, PAGE, 7);
        page(6, 1, 7);
    }

    @Test
    void a_web_page_in_the_middle_fails_the_run_with_a_sentence_removes_nobody_and_the_next_run_heals() {
        everything();
        assertThat(home.sync("members").counts().stored()).isEqualTo(7);

        system.stubFor(second().willReturn(
                        okForContentType("text/html", "<!DOCTYPE html><html><body>Please log in</body></html>")));
        RunView run = home.sync("members");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message())
                .contains("\"club/members\" could not be read", "next run")
                .containsIgnoringCase("html")
                .doesNotContain("Exception");
        assertThat(home.keys()).hasSize(7);

        system.resetAll();
        everything();
        RunView healed = home.sync("members");
        assertThat(healed.status()).isEqualTo(RunStatus.DONE);
        assertThat(healed.counts().unchanged()).isEqualTo(7);
    }

    @Test
    void a_system_that_hangs_up_in_the_middle_of_a_page_is_asked_again_and_nothing_is_lost_or_doubled() {
        everything();
        system.stubFor(second().inScenario("cut")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))
                .willSetStateTo("back"));
        system.stubFor(second().inScenario("cut").whenScenarioStateIs("back").willReturn(okJson(members(3, PAGE, 7))));
        RunView run = home.sync("members");
        assertThat(run.status()).as(run.message()).isEqualTo(RunStatus.DONE);
        assertThat(run.counts().read()).isEqualTo(7);
        assertThat(run.counts().stored()).isEqualTo(7);
        assertThat(home.keys()).hasSize(7);
    }

    @Test
    void a_system_that_is_gone_after_the_first_page_keeps_what_was_read_and_goes_on_when_it_is_back() {
        page(0, PAGE, 7);
        system.stubFor(second().willReturn(aResponse().withStatus(410).withBody("moved away")));
        RunView gone = home.sync("members");
        assertThat(gone.status()).isEqualTo(RunStatus.FAILED);
        assertThat(gone.message()).contains("club/members", "410");
        assertThat(gone.counts().stored()).isEqualTo(3);
        assertThat(home.keys()).hasSize(3);

        everything();
        RunView back = home.sync("members");
        assertThat(back.status()).isEqualTo(RunStatus.DONE);
        assertThat(home.keys()).hasSize(7);
    }

    @Test
    void an_empty_answer_removes_nobody_and_the_run_warns() {
        everything();
        home.sync("members");
        system.resetAll();
        page(0, 0, 0);
        RunView empty = home.sync("members");
        assertThat(empty.status()).isEqualTo(RunStatus.DONE);
        assertThat(empty.message()).contains("club/members");
        assertThat(home.keys()).hasSize(7);
    }
}
