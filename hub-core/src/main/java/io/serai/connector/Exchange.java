package io.serai.connector;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.HttpDoor.Request;
import io.serai.spi.HttpDoor.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Requests and answers of one connection of a declarative connector. Thread-safe. */
final class Exchange {

    private final HttpDefinition http;
    private final Scope settings;
    private final PatientDoor door;
    private final Redaction redaction;
    private final Credentials credentials;

    Exchange(HttpDefinition http, Scope settings, PatientDoor door, Redaction redaction, Waiting waiting) {
        this.http = http;
        this.settings = settings;
        this.door = door;
        this.redaction = redaction;
        this.credentials = Credentials.of(http.auth(), settings, door, redaction, waiting);
    }

    /** What every template of this connection can name. */
    Scope settings() {
        return settings;
    }

    String clean(String text) {
        return redaction.clean(text);
    }

    /** The address that a template leads to. */
    String url(RequestTemplate template, Scope scope) {
        String query = template.query().entrySet().stream()
                .map(parameter -> {
                    String value = parameter.getValue().text(scope);
                    return value == null ? null : encode(parameter.getKey()) + "=" + encode(value);
                })
                .filter(parameter -> parameter != null)
                .collect(Collectors.joining("&"));
        String path = template.path().text(scope, Exchange::encode);
        if (path == null) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    "The path \"" + template.path() + "\" of the connector needs a value that is not there.");
        }
        return base() + path + (query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + query);
    }

    /** An address that the system gave, complete. */
    String resolve(String given) {
        try {
            return URI.create(base()).resolve(given).toString();
        } catch (IllegalArgumentException e) {
            throw new ConnectorException(Kind.TRANSIENT, "The system names a next page whose address is not valid.");
        }
    }

    /**
     * Sends one request.
     *
     * @throws ConnectorException when no answer came, or one that cannot be understood
     */
    Answer send(RequestTemplate template, String url, Scope scope, boolean repeatable) {
        Response response = attempt(template, url, scope, repeatable);
        if (response.status() == 401 && credentials.renew()) {
            response = attempt(template, url, scope, repeatable);
        }
        return understand(template.method() + " " + url.replaceFirst("\\?.*", ""), response);
    }

    private Response attempt(RequestTemplate template, String url, Scope scope, boolean repeatable) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("accept", "application/json");
        http.headers().forEach((name, value) -> put(headers, name, value.text(settings)));
        credentials.headers().forEach((name, value) -> put(headers, name, value));
        template.headers().forEach((name, value) -> put(headers, name, value.text(scope)));
        Object body = template.body().map(it -> it.fill(scope)).orElse(null);
        if (body != null) {
            headers.putIfAbsent("content-type", "application/json");
        }
        byte[] bytes = body == null ? null : Json.bytes(body);
        return door.send(new Request(template.method(), url, headers, bytes, repeatable), this::busy);
    }

    private static void put(Map<String, String> headers, String name, String value) {
        if (value != null) {
            headers.put(name.toLowerCase(Locale.ROOT), value);
        }
    }

    private Optional<Duration> busy(Response response) {
        boolean possible = http.errors().stream()
                .anyMatch(advice ->
                        advice.kind().filter(kind -> kind == Kind.RATE_LIMITED).isPresent());
        if (!possible) {
            return Optional.empty();
        }
        Object body = parsed(response).orElse(null);
        return advice(response.status(), body)
                .filter(advice -> advice.kind().equals(Optional.of(Kind.RATE_LIMITED)))
                .map(advice -> advice.retryAfter().orElse(Duration.ZERO));
    }

    private Answer understand(String place, Response response) {
        int status = response.status();
        Optional<Object> parsed = parsed(response);
        boolean empty = new String(response.body(), StandardCharsets.UTF_8).isBlank();
        if (status < 300 && parsed.isEmpty() && !empty) {
            String what = looksLikeHtml(response) ? "an HTML page" : "something that is not JSON";
            throw new ConnectorException(
                    Kind.TRANSIENT,
                    clean(place + " answered with " + what + " where JSON should be: a maintenance page, a proxy, or an"
                            + " answer that was cut short."));
        }
        Object body = parsed.orElse(null);
        Optional<ErrorAdvice> advice = advice(status, body);
        if (status < 300 && advice.isEmpty()) {
            return new Answer(status, response.headers(), body, Optional.empty(), false);
        }
        String words = words(status, body, response);
        String said = advice.flatMap(ErrorAdvice::say)
                .map(say -> say.text(settings.with("message", words)))
                .orElse(status < 300 ? words : place + " was refused (" + status + "): " + words);
        Optional<Kind> kind = advice.flatMap(ErrorAdvice::kind);
        ConnectorException failure = new ConnectorException(
                kind.orElse(Kind.CONFIG),
                clean(said),
                advice.flatMap(ErrorAdvice::retryAfter).orElse(null),
                null);
        return new Answer(status, response.headers(), body, Optional.of(failure), kind.isPresent());
    }

    private Optional<ErrorAdvice> advice(int status, Object body) {
        return http.errors().stream()
                .filter(advice -> advice.fits(status, body))
                .findFirst();
    }

    private String words(int status, Object body, Response response) {
        for (JsonPath path : http.message()) {
            List<String> texts = path.texts(body);
            if (!texts.isEmpty()) {
                return String.join("; ", texts);
            }
        }
        if (status >= 300 && status < 400) {
            return "the address has moved";
        }
        return looksLikeHtml(response) ? "an HTML page" : "without a reason";
    }

    private static boolean looksLikeHtml(Response response) {
        return response.headers().getOrDefault("content-type", "").contains("html")
                || new String(response.body(), 0, Math.min(200, response.body().length), StandardCharsets.UTF_8)
                        .stripLeading()
                        .startsWith("<");
    }

    private static Optional<Object> parsed(Response response) {
        try {
            return Optional.ofNullable(Json.read(response.body()));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private String base() {
        return http.base().text(settings).replaceFirst("/+$", "");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
