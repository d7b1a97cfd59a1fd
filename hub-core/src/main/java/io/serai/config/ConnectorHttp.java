package io.serai.config;

import io.serai.connector.ErrorAdvice;
import io.serai.connector.HttpDefinition;
import io.serai.connector.HttpDefinition.Authentication;
import io.serai.connector.JsonPath;
import io.serai.connector.RateLimit;
import io.serai.connector.Template;
import io.serai.spi.ConnectorException.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code http:} of a {@code connector.yaml}. */
final class ConnectorHttp {

    static final HttpDefinition NONE = new HttpDefinition(
            Template.of(""),
            List.of(),
            Map.of(),
            new Authentication.None(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    private static final Map<String, Kind> KINDS = Map.of(
            "config", Kind.CONFIG,
            "rate_limited", Kind.RATE_LIMITED,
            "transient", Kind.TRANSIENT,
            "cursor_lost", Kind.CURSOR_LOST);

    private final ConnectorTemplates templates;

    ConnectorHttp(ConnectorTemplates templates) {
        this.templates = templates;
    }

    HttpDefinition read(Section http) {
        http.require("base");
        http.scalars("base").forEach(base -> encrypted(base, http.problems()));
        HttpDefinition definition = new HttpDefinition(
                templates.optional(http, "base", ConnectorTemplates.SETTINGS).orElse(Template.of("")),
                http.items("hosts").stream()
                        .map(host -> templates.of(host, ConnectorTemplates.SETTINGS))
                        .toList(),
                templates.map(http, "headers", ConnectorTemplates.SETTINGS),
                http.section("auth").map(this::auth).orElse(new Authentication.None()),
                http.typed("rate_limit", "a number of requests per time, such as 2/s or 100/m", RateLimit::parse),
                http.texts("message").stream().map(JsonPath::of).toList(),
                http.items("errors").stream().map(this::advice).toList(),
                http.section("check").flatMap(check -> {
                    var request = templates.request(check, ConnectorTemplates.SETTINGS);
                    check.finish();
                    return request;
                }),
                templates.inventory(http, "scopes"));
        http.finish();
        return definition;
    }

    private Authentication auth(Section auth) {
        Optional<Authentication> basic = auth.section("basic").map(this::basic);
        Optional<Authentication> oauth = auth.section("oauth2").map(this::oauth);
        if (basic.isEmpty() == oauth.isEmpty()) {
            templates
                    .problems()
                    .error(
                            auth.position(),
                            "\"auth\" needs exactly one of basic and oauth2.",
                            "A token in a header belongs into headers:.");
        }
        auth.finish();
        return basic.or(() -> oauth).orElse(new Authentication.None());
    }

    private Authentication.Basic basic(Section basic) {
        basic.require("user");
        Authentication.Basic read = new Authentication.Basic(
                templates.optional(basic, "user", ConnectorTemplates.SETTINGS).orElse(Template.of("")),
                templates
                        .optional(basic, "password", ConnectorTemplates.SETTINGS)
                        .orElse(Template.of("")));
        basic.finish();
        return read;
    }

    private Authentication oauth(Section oauth) {
        oauth.require("token_url", "grant", "client_id");
        String grant = oauth.choice("grant", ConnectorFile.words(List.of("client_credentials", "refresh_token")))
                .orElse("client_credentials");
        boolean inHeader = oauth.choice("client_in", ConnectorFile.words(List.of("body", "header")))
                .orElse("body")
                .equals("header");
        Map<String, Template> given = new LinkedHashMap<>();
        given.put("grant_type", Template.of(grant));
        for (String key : List.of("client_id", "client_secret", "refresh_token", "scope", "audience")) {
            templates.optional(oauth, key, ConnectorTemplates.SETTINGS).ifPresent(template -> given.put(key, template));
        }
        if (grant.equals("refresh_token")) {
            oauth.require("refresh_token");
        }
        Template nothing = Template.of("");
        Optional<Authentication.Basic> client = inHeader
                ? Optional.of(new Authentication.Basic(
                        given.getOrDefault("client_id", nothing), given.getOrDefault("client_secret", nothing)))
                : Optional.empty();
        if (inHeader) {
            given.keySet().removeAll(Set.of("client_id", "client_secret"));
        }
        Template tokenUrl = templates
                .optional(oauth, "token_url", ConnectorTemplates.SETTINGS)
                .orElse(nothing);
        oauth.finish();
        return new Authentication.OAuth2(tokenUrl, given, client);
    }

    private ErrorAdvice advice(YamlNode node) {
        Section advice = Section.of(node, "an error", templates.problems());
        Set<String> known = new TreeSet<>(ConnectorTemplates.ANSWER);
        ErrorAdvice read = new ErrorAdvice(
                advice.whole("status", 200, 499),
                advice.text("at").map(JsonPath::of),
                advice.text("is"),
                advice.choice("kind", KINDS),
                advice.duration("retry_after"),
                templates.optional(advice, "say", known));
        if (read.status().isEmpty() && read.at().isEmpty()) {
            templates
                    .problems()
                    .error(
                            advice.position(),
                            "An error needs a \"status\" or \"at\".",
                            "Say how the error is recognised.");
        }
        advice.finish();
        return read;
    }

    /** Connectors speak https, and http to this machine only. */
    private static void encrypted(YamlScalar base, Problems problems) {
        if (!base.written()
                .matches("\\{settings\\..*|https://.+|http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?")) {
            problems.error(
                    base.position(),
                    "\"base\" must be an https address, not " + base.shown() + ".",
                    "Write https:// in front; only this machine is reached by http.");
        }
    }
}
