package io.serai.connector;

import io.serai.connector.HttpDefinition.Authentication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** How the requests of one connection prove who they are. Thread-safe. */
interface Credentials {

    /** What to send with a request. */
    Map<String, String> headers();

    /** Called when the system does not accept {@link #headers} any more. Returns whether there are new ones. */
    boolean renew();

    static Credentials of(Authentication auth, Scope scope, PatientDoor door, Redaction redaction, Waiting waiting) {
        if (auth instanceof Authentication.OAuth2 oauth) {
            return new OAuthTokens(oauth, scope, door, redaction, waiting);
        }
        return auth instanceof Authentication.Basic basic
                ? fixed(Map.of("authorization", basic(basic, scope, redaction)))
                : fixed(Map.of());
    }

    static String basic(Authentication.Basic basic, Scope scope, Redaction redaction) {
        String password = basic.password().text(scope);
        String pair = basic.user().text(scope) + ":" + (password == null ? "" : password);
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        redaction.add(encoded);
        return "Basic " + encoded;
    }

    private static Credentials fixed(Map<String, String> headers) {
        return new Credentials() {
            @Override
            public Map<String, String> headers() {
                return headers;
            }

            @Override
            public boolean renew() {
                return false;
            }
        };
    }
}
