package io.serai.connector;

import io.serai.connector.HttpDefinition.Authentication;
import io.serai.spi.ConnectorException;
import io.serai.spi.HttpDoor.Request;
import io.serai.spi.HttpDoor.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bearer tokens by OAuth 2 (RFC 6749). A token is asked for when the first request needs it and again shortly before it
 * expires, or when the system refuses it. A refresh token that the system replaces is replaced here until the hub stops.
 */
final class OAuthTokens implements Credentials {

    private static final Duration EARLY = Duration.ofSeconds(60);

    private final Authentication.OAuth2 oauth;
    private final Scope scope;
    private final PatientDoor door;
    private final Redaction redaction;
    private final Waiting waiting;
    private String token;
    private String refreshToken;
    private Instant renewAt = Instant.MAX;

    OAuthTokens(Authentication.OAuth2 oauth, Scope scope, PatientDoor door, Redaction redaction, Waiting waiting) {
        this.oauth = oauth;
        this.scope = scope;
        this.door = door;
        this.redaction = redaction;
        this.waiting = waiting;
    }

    @Override
    public synchronized Map<String, String> headers() {
        if (token == null || !waiting.now().isBefore(renewAt)) {
            fetch();
        }
        return Map.of("authorization", "Bearer " + token);
    }

    @Override
    public synchronized boolean renew() {
        fetch();
        return true;
    }

    private void fetch() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/x-www-form-urlencoded");
        headers.put("accept", "application/json");
        oauth.client().ifPresent(client -> headers.put("authorization", Credentials.basic(client, scope, redaction)));
        Response response = door.send(new Request("POST", oauth.tokenUrl().text(scope), headers, form(), true));
        Object answer = body(response);
        String fresh = text(answer, "access_token");
        if (response.status() >= 300 || fresh == null) {
            String reason = text(answer, "error_description") != null
                    ? text(answer, "error_description")
                    : text(answer, "error") != null ? text(answer, "error") : "no token came";
            throw new ConnectorException(
                    ConnectorException.Kind.CONFIG,
                    redaction.clean("The system gives no access token (" + response.status() + "): " + reason
                            + ". Check the client and its secret, or authorise the connection again."));
        }
        redaction.add(fresh);
        token = fresh;
        String replaced = text(answer, "refresh_token");
        if (replaced != null) {
            redaction.add(replaced);
            refreshToken = replaced;
        }
        renewAt = expiry(text(answer, "expires_in"));
    }

    private Instant expiry(String seconds) {
        try {
            Duration life = Duration.ofSeconds(new BigDecimal(seconds).longValue());
            return waiting.now()
                    .plus(life)
                    .minus(life.compareTo(EARLY.multipliedBy(2)) > 0 ? EARLY : life.dividedBy(2));
        } catch (NumberFormatException | NullPointerException notSaid) {
            return Instant.MAX;
        }
    }

    private byte[] form() {
        Map<String, String> fields = new LinkedHashMap<>();
        oauth.fields().forEach((name, template) -> {
            String value = name.equals("refresh_token") && refreshToken != null ? refreshToken : template.text(scope);
            if (value != null) {
                fields.put(name, value);
            }
        });
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Object body(Response response) {
        try {
            return Json.read(response.body());
        } catch (IOException notJson) {
            return null;
        }
    }

    private static String text(Object answer, String name) {
        return answer instanceof Map<?, ?> map && map.get(name) != null
                ? map.get(name).toString()
                : null;
    }
}
