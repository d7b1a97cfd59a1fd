package io.serai.connector;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final String BY_CLIENT =
            "auth: { oauth2: { token_url: \"{settings.url}/token\", grant: client_credentials, client_id: hub,"
                    + " client_secret: \"{settings.secret}\", scope: read } }";
    private static final String BY_REFRESH =
            "auth: { oauth2: { token_url: \"{settings.url}/token\", grant: refresh_token, client_id: hub,"
                    + " client_secret: \"{settings.secret}\", refresh_token: \"{settings.refresh}\", client_in: header } }";

    @AutoClose
    private final Lab lab = new Lab();

    @Test
    void a_header_is_sent_with_every_request() {
        DeclarativeConnector connector = connector("headers: { X-Key: \"{settings.secret}\" }");
        answerTo("X-Key", "s3cret");

        connector.check();
    }

    @Test
    void a_user_and_password_are_sent_at_once() {
        DeclarativeConnector connector = connector("auth: { basic: { user: hub, password: \"{settings.secret}\" } }");
        lab.server.stubFor(get("/x").withBasicAuth("hub", "s3cret").willReturn(okJson("{}")));

        connector.check();
    }

    @Test
    void a_token_is_asked_for_once_and_again_shortly_before_it_expires() {
        DeclarativeConnector connector = connector(BY_CLIENT);
        token("one", ",\"expires_in\":3600");
        answerTo("Authorization", "Bearer one");

        connector.check();
        connector.check();
        lab.server.verify(
                1,
                postRequestedFor(urlEqualTo("/token"))
                        .withRequestBody(equalTo(
                                "grant_type=client_credentials&client_id=hub&client_secret=s3cret&scope=read")));

        lab.clock.now = lab.clock.now.plus(Duration.ofSeconds(3541));
        connector.check();
        lab.server.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void a_token_that_is_refused_is_renewed_and_the_request_sent_again() {
        DeclarativeConnector connector = connector(BY_REFRESH);
        lab.server.stubFor(post("/token")
                .inScenario("t")
                .whenScenarioStateIs(STARTED)
                .withBasicAuth("hub", "s3cret")
                .withRequestBody(containing("refresh_token=r1"))
                .willReturn(okJson("{\"access_token\":\"old\",\"refresh_token\":\"r2\"}"))
                .willSetStateTo("2"));
        lab.server.stubFor(post("/token")
                .inScenario("t")
                .whenScenarioStateIs("2")
                .withRequestBody(containing("refresh_token=r2"))
                .willReturn(okJson("{\"access_token\":\"new\"}")));
        lab.server.stubFor(
                get("/x").withHeader("Authorization", equalTo("Bearer old")).willReturn(unauthorized()));
        answerTo("Authorization", "Bearer new");

        connector.check();
        lab.server.verify(2, getRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void a_new_token_that_is_refused_too_is_reported_and_not_asked_for_for_ever() {
        DeclarativeConnector connector = connector(BY_CLIENT);
        token("one", "");
        lab.server.stubFor(get("/x").willReturn(unauthorized()));

        assertThat(Lab.failure(connector::check).kind()).isEqualTo(Kind.CONFIG);
        lab.server.verify(2, postRequestedFor(urlEqualTo("/token")));
        lab.server.verify(2, getRequestedFor(urlEqualTo("/x")));
    }

    @Test
    void a_refused_client_is_told_so_without_its_secret() {
        DeclarativeConnector connector = connector(BY_CLIENT);
        lab.server.stubFor(
                post("/token")
                        .willReturn(
                                status(400)
                                        .withBody(
                                                "{\"error\":\"invalid_client\",\"error_description\":\"hub with s3cret is not known\"}")));

        ConnectorException failure = Lab.failure(connector::check);

        assertThat(failure.kind()).isEqualTo(Kind.CONFIG);
        assertThat(failure).hasMessageContaining("hub with *** is not known");
    }

    @Test
    void a_token_that_the_system_repeats_is_not_shown() {
        DeclarativeConnector connector = connector(BY_CLIENT);
        token("tok-123456", "");
        lab.server.stubFor(get("/x").willReturn(status(403).withBody("{\"message\":\"tok-123456 may not do this\"}")));

        assertThat(Lab.failure(connector::check)).hasMessageContaining("*** may not do this");
    }

    private void token(String token, String more) {
        lab.server.stubFor(post("/token").willReturn(okJson("{\"access_token\":\"" + token + "\"" + more + "}")));
    }

    private void answerTo(String header, String value) {
        lab.server.stubFor(get("/x").withHeader(header, equalTo(value)).willReturn(okJson("{}")));
    }

    private DeclarativeConnector connector(String auth) {
        String yaml = """
                name: keys
                title: Keys
                settings:
                  url: { required: true }
                  secret: { secret: true }
                  refresh: { secret: true }
                streams: { }
                http:
                  base: "{settings.url}"
                  message: [message]
                  check: { get: /x }
                  %s
                """.formatted(auth);
        return lab.open(Lab.definition(yaml), Map.of("url", lab.url(), "secret", "s3cret", "refresh", "r1"));
    }
}
