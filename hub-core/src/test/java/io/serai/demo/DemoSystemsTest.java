package io.serai.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSystemsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final String MEMBERS = "/3.0/lists/bramble";

    @TempDir
    Path home;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void connections() throws IOException {
        connection("shop");
        connection("mail");
    }

    @Test
    void each_service_throttles_once_and_fails_once() throws Exception {
        try (DemoSystems systems = DemoSystems.start(home, CLOCK)) {
            StringBuilder statuses = new StringBuilder();
            for (int i = 0; i < 7; i++) {
                statuses.append(mail(systems, "GET", "/3.0/ping", null).statusCode())
                        .append(' ');
            }
            assertThat(statuses).hasToString("200 200 429 200 503 200 200 ");
            assertThat(systems.mail().faults()).isEqualTo(2);
        }
    }

    @Test
    void a_throttled_client_hears_when_to_come_back() throws Exception {
        try (DemoSystems systems = DemoSystems.start(home, CLOCK)) {
            pastBadMoment(systems, 2);
            assertThat(mail(systems, "GET", "/3.0/ping", null).headers().firstValue("Retry-After"))
                    .hasValue("1");
        }
    }

    @Test
    void the_shop_gives_every_customer_once_page_by_page() throws Exception {
        try (DemoSystems systems = DemoSystems.start(home, CLOCK)) {
            Set<String> ids = new HashSet<>();
            String after = "null";
            boolean more = true;
            while (more) {
                String query = "{ customers(first: 200, after: " + after + ", sortKey: UPDATED_AT) {"
                        + " nodes { id mail: email } pageInfo { hasNextPage endCursor } } }";
                HttpResponse<String> response = shop(systems, query, FakeShop.TOKEN);
                if (response.statusCode() != 200) {
                    continue;
                }
                JsonNode page = JSON.readTree(response.body()).at("/data/customers");
                page.path("nodes").forEach(node -> {
                    assertThat(node.has("mail") && !node.has("updatedAt")).isTrue();
                    ids.add(node.path("id").asText());
                });
                more = page.at("/pageInfo/hasNextPage").asBoolean();
                after = '"' + page.at("/pageInfo/endCursor").asText() + '"';
            }
            assertThat(ids).hasSize(systems.data().customers().size());
        }
    }

    @Test
    void the_shop_gives_only_what_changed_since() throws Exception {
        try (DemoSystems systems = DemoSystems.start(home, CLOCK)) {
            String query =
                    "query Changed($since: String) { orders(first: 250, query: $since) { nodes { updatedAt } } }";
            JsonNode body = JSON.createObjectNode()
                    .put("query", query)
                    .set("variables", JSON.createObjectNode().put("since", "updated_at:>='2026-02-10T00:00:00Z'"));
            JsonNode nodes = JSON.readTree(post(systems.shop().port(), FakeShop.TOKEN, body.toString())
                            .body())
                    .at("/data/orders/nodes");
            assertThat(nodes).isNotEmpty();
            assertThat(nodes).allMatch(node -> node.path("updatedAt").asText().compareTo("2026-02-10") > 0);
        }
    }

    @Test
    void the_shop_knows_its_token_and_its_fields() throws Exception {
        try (DemoSystems systems = DemoSystems.start(home, CLOCK)) {
            String query = "{ customers(first: 1) { nodes { shoeSize } } }";
            assertThat(shop(systems, query, "stolen").statusCode()).isEqualTo(401);
            assertThat(shop(systems, query, FakeShop.TOKEN).body()).contains("shoeSize", "doesn't exist");
        }
    }

    @Test
    void the_mail_service_judges_each_row_of_a_batch() throws Exception {
        try (DemoSystems systems = DemoSystems.start(home, CLOCK)) {
            String forgotten = systems.data().forgotten().iterator().next();
            JsonNode answer = batch(systems, row("good@mail.example"), row("bad@mial.example"), row(forgotten));
            assertThat(answer.path("total_created").asInt()).isEqualTo(1);
            assertThat(answer.path("errors")).hasSize(2);
            assertThat(answer.at("/errors/0/error").asText()).isEqualTo(FakeMail.LOOKS_FAKE);
            assertThat(answer.at("/errors/1/error").asText()).isEqualTo(FakeMail.FORGOTTEN);
        }
    }

    @Test
    void the_mail_service_remembers_tags_from_run_to_run() throws Exception {
        String id;
        try (DemoSystems systems = DemoSystems.start(home, CLOCK)) {
            JsonNode answer = batch(systems, row("good@mail.example"));
            id = answer.at("/new_members/0/id").asText();
        }
        try (DemoSystems systems = DemoSystems.start(home, CLOCK)) {
            HttpResponse<String> before = mail(systems, "GET", MEMBERS + "/members/" + id, null);
            assertThat(JSON.readTree(before.body()).at("/tags/0/name").asText()).isEqualTo("vip");
            String off = "{\"tags\":[{\"name\":\"vip\",\"status\":\"inactive\"}]}";
            assertThat(mail(systems, "POST", MEMBERS + "/members/" + id + "/tags", off)
                            .statusCode())
                    .isEqualTo(204);
        }
        try (DemoSystems systems = DemoSystems.start(home, CLOCK)) {
            HttpResponse<String> after = mail(systems, "GET", MEMBERS + "/members/" + id, null);
            assertThat(JSON.readTree(after.body()).path("tags")).isEmpty();
        }
    }

    @Test
    void the_crm_is_a_database_and_the_till_leaves_files() throws Exception {
        try (DemoSystems systems = DemoSystems.start(home, CLOCK);
                var crm = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("data/crm.db"));
                var statement = crm.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM contacts");
                var files = Files.list(home.resolve("data/till"))) {
            assertThat(rows.getInt(1)).isEqualTo(systems.data().contacts().size());
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("cards.jsonl", "sales-2026-01.csv", "sales-2026-02-20.csv");
        }
    }

    @Test
    void a_later_start_changes_nothing() throws Exception {
        DemoSystems.start(home, CLOCK).close();
        Path sales = home.resolve("data/till/sales-2026-01.csv");
        var written = Files.getLastModifiedTime(sales);
        try (DemoSystems systems = DemoSystems.start(home, Clock.systemUTC())) {
            assertThat(systems.data().day()).isEqualTo("2026-03-01");
        }
        assertThat(Files.getLastModifiedTime(sales)).isEqualTo(written);
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            Files.writeString(
                    home.resolve("config/connections/mail.yaml"), "base_url: http://127.0.0.1:" + taken.getLocalPort());
            assertThatThrownBy(() -> DemoSystems.start(home, CLOCK))
                    .isInstanceOf(DemoException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("config/connections/mail.yaml");
        }
    }

    @Test
    void a_real_account_is_never_touched_and_nothing_is_written_to_its_home() throws IOException {
        Files.writeString(home.resolve("config/connections/shop.yaml"), "connector: shopify\n");
        assertThatThrownBy(() -> DemoSystems.start(home, CLOCK)).hasMessageContaining("never touches a real account");
        assertThat(home.resolve("data")).doesNotExist();
    }

    private void connection(String name) throws IOException {
        Path file = home.resolve("config/connections/" + name + ".yaml");
        Files.createDirectories(file.getParent());
        try (ServerSocket free = new ServerSocket(0)) {
            Files.writeString(file, "settings:\n  base_url: http://127.0.0.1:" + free.getLocalPort() + "\n");
        }
    }

    private void pastBadMoment(DemoSystems systems, int requests) throws Exception {
        for (int i = 0; i < requests; i++) {
            mail(systems, "GET", "/3.0/ping", null);
        }
    }

    private static String row(String email) {
        return "{\"email_address\":\"" + email + "\",\"status\":\"subscribed\",\"tags\":[\"vip\"]}";
    }

    private JsonNode batch(DemoSystems systems, String... rows) throws Exception {
        String body = "{\"members\":[" + String.join(",", rows) + "],\"update_existing\":true}";
        return JSON.readTree(mail(systems, "POST", MEMBERS, body).body());
    }

    private HttpResponse<String> shop(DemoSystems systems, String query, String token) throws Exception {
        return post(
                systems.shop().port(),
                token,
                JSON.createObjectNode().put("query", query).toString());
    }

    private HttpResponse<String> post(int port, String token, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/api/2026-07/graphql.json"))
                        .header("X-Shopify-Access-Token", token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> mail(DemoSystems systems, String method, String path, String body) throws Exception {
        String basic = Base64.getEncoder().encodeToString(("any:" + FakeMail.KEY).getBytes());
        return client.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + systems.mail().port() + path))
                        .header("Authorization", "Basic " + basic)
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
