package io.serai.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.serai.Homes;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hub doctor} and {@code hub connection check} find, with a desk whose accounts have scopes and fields. */
class DoctorTest {

    private static final String DESK = """
            name: desk
            title: Desk
            settings: { url: { required: true }, key: { required: true, secret: true } }
            http:
              base: "{settings.url}"
              headers: { X-Key: "{settings.key}" }
              check: { get: /me }
              scopes: { get: /me, names: may, say: "The key lacks {missing}: Desk > Keys > Rights." }
            streams:
              tickets:
                kind: person
                key: id
                match: mail
                read: { needs: [tickets:read, tickets:all], get: /tickets, records: tickets }
                write:
                  needs: tickets:all
                  other_fields: { get: /fields, names: name, say: "Desk has no field {missing}: Desk > Fields > New." }
                  upsert: { post: /tickets, body: "{fields}" }
            """;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void a_desk_beside_a_shop() {
        server.start();
        home = Homes.shop(folder)
                .file("data/shop/customers.csv", "id,email,name,news\n")
                .file("plugins/desk/connector.yaml", DESK)
                .file("secrets/desk", "k-1234")
                .config(
                        "connections/desk.yaml",
                        "connector: desk\nsettings: { url: \"http://127.0.0.1:" + server.port()
                                + "\", key: \"{{file:secrets/desk}}\" }\n")
                .config(
                        "mappings/tickets-out.yaml",
                        "from: profile\nto: desk/tickets\nmatch: mail\nfields: { mail: email, value: lifetime_value }\n")
                .file("routes/to-desk.camel.yaml", """
                        - route:
                            id: to-desk
                            from:
                              uri: hub:profiles
                              steps:
                                - to: { uri: hub:push/desk/tickets, parameters: { mapping: tickets-out, mode: upsert } }
                        """);
        answer("{\"may\":[\"tickets:all\"]}", "[{\"name\":\"value\"}]");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void answer(String me, String fields) {
        server.stubFor(get(urlPathEqualTo("/me")).willReturn(okJson(me)));
        server.stubFor(get(urlPathEqualTo("/fields")).willReturn(okJson(fields)));
    }

    private Answer hub(String... arguments) {
        return new Commands(folder).hub(arguments);
    }

    @Test
    void an_account_that_gives_all_that_the_routes_need_is_well() {
        Answer answer = hub("connection", "check", "desk", "shop");
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
        assertThat(answer.out()).containsPattern("desk +desk +ok").containsPattern("shop +files +ok");
    }

    @Test
    void everything_that_is_missing_is_said_at_once_in_the_words_of_the_system() {
        answer("{\"may\":[\"tickets:read\"]}", "[]");
        Answer answer = hub("connection", "check", "--json");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(row(answer, "connection", "desk").get("problems"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "The key lacks tickets:all: Desk > Keys > Rights.",
                        "Desk has no field value: Desk > Fields > New.");
        assertThat(row(answer, "connection", "shop").get("ok").asBoolean()).isTrue();
        assertThat(answer.out() + answer.err()).doesNotContain("k-1234");
    }

    @Test
    void what_no_route_uses_is_not_missed() {
        answer("{\"may\":[]}", "[]");
        home.delete("routes/to-desk.camel.yaml");
        assertThat(hub("connection", "check").exitCode()).isZero();
    }

    @Test
    void a_system_that_is_down_is_said_soon_and_the_others_are_still_tried() {
        server.stubFor(get(urlPathEqualTo("/me")).willReturn(serverError()));
        Answer answer = hub("connection", "check", "--json");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(row(answer, "connection", "desk").get("message").asText()).contains("answered 500");
        assertThat(row(answer, "connection", "exports").get("ok").asBoolean()).isTrue();
        assertThat(server.getAllServeEvents()).hasSize(2);
    }

    @Test
    void a_connection_that_is_not_there_is_told_what_was_meant() {
        Answer answer = hub("connection", "check", "dsk");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("There is no connection \"dsk\". Did you mean \"desk\"?");
    }

    @Test
    void the_doctor_looks_at_everything_and_goes_on_after_what_is_bad() throws IOException {
        answer("{\"may\":[]}", "[{\"name\":\"value\"}]");
        Files.setPosixFilePermissions(folder.resolve("secrets/desk"), PosixFilePermissions.fromString("rw-r--r--"));
        home.config(
                        "mappings/orders.yaml",
                        home.text("config/mappings/orders.yaml").replace("total: total", "totl: total"))
                .config(
                        "connections/exports.yaml",
                        home.text("config/connections/exports.yaml")
                                .replace("file:data/out", "file:{{env:SERAI_NO_SUCH_FOLDER}}"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            home.config(
                    "hub.yaml",
                    home.text("config/hub.yaml") + "server: { host: 127.0.0.1, port: " + taken.getLocalPort() + " }\n");
            Map<String, String> bad = new HashMap<>();
            Answer answer = hub("doctor", "--json");
            answer.json().forEach(row -> {
                if (!row.get("ok").asBoolean()) {
                    bad.put(row.get("what").asText(), row.get("message").asText());
                }
            });
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(bad).containsOnlyKeys("files", "variable SERAI_NO_SUCH_FOLDER", "port", "connection desk");
            assertThat(row(answer, "what", "secret secrets/desk").get("warning").asBoolean())
                    .isTrue();
            assertThat(row(answer, "what", "secret secrets/desk").get("message").asText())
                    .contains("can be read by everybody", "chmod 600");
            assertThat(bad.get("connection desk")).isEqualTo("The key lacks tickets:all: Desk > Keys > Rights.");
            assertThat(answer.out() + answer.err()).doesNotContain("k-1234");
        }
    }

    @Test
    void a_home_in_good_order_is_well() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("secrets/desk"), PosixFilePermissions.fromString("rw-------"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            home.config(
                    "hub.yaml",
                    home.text("config/hub.yaml") + "server: { host: 127.0.0.1, port: " + free.getLocalPort() + " }\n");
        }
        assertThat(hub("sync", "customers").exitCode()).isZero();
        Answer answer = hub("doctor");
        assertThat(answer.exitCode()).as(answer.out()).isZero();
        assertThat(answer.out())
                .contains("no mistakes", "0 profiles", "is free", "readable by the hub", "answers and gives")
                .containsPattern("disk +[0-9,]+ MB free");
    }

    private static JsonNode row(Answer answer, String key, String name) {
        for (JsonNode row : answer.json()) {
            if (row.get(key).asText().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + name + " in " + answer.out());
    }
}
