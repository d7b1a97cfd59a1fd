package io.serai.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a declarative connector talks to its system.
 *
 * @param base what every path is appended to; its host is the one that requests may go to
 * @param hosts further hosts that requests may go to
 * @param headers sent with every request
 * @param auth how requests prove who they are
 * @param rateLimit the limit that the vendor publishes
 * @param message paths at which the system's own words are found in the body of an error; the first that has any wins
 * @param errors advice for known errors, the first that fits wins
 * @param check the request that proves that the settings work
 * @param scopes where the system lists what the credentials may do
 */
public record HttpDefinition(
        Template base,
        List<Template> hosts,
        Map<String, Template> headers,
        Authentication auth,
        Optional<RateLimit> rateLimit,
        List<JsonPath> message,
        List<ErrorAdvice> errors,
        Optional<RequestTemplate> check,
        Optional<Inventory> scopes) {

    public HttpDefinition {
        hosts = List.copyOf(hosts);
        headers = Map.copyOf(headers);
        message = List.copyOf(message);
        errors = List.copyOf(errors);
    }

    /** How requests prove who they are. */
    public sealed interface Authentication {

        /** Nothing beyond the headers that are always sent. */
        record None() implements Authentication {}

        /** User name and password. */
        record Basic(Template user, Template password) implements Authentication {}

        /**
         * OAuth 2 (RFC 6749), with the client credentials grant (section 4.4) or the refresh token grant (section 6).
         *
         * @param tokenUrl where tokens come from
         * @param fields the form that is posted there, {@code grant_type} included
         * @param client sent as user name and password where the client does not name itself in the form
         */
        record OAuth2(Template tokenUrl, Map<String, Template> fields, Optional<Basic> client)
                implements Authentication {}
    }
}
