package io.serai.connector;

import io.serai.spi.ConnectorException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a system said to one request.
 *
 * @param status the HTTP status
 * @param headers by lower-case name
 * @param body the JSON as maps, lists and values; null when there was none
 * @param refusal why it did not do what was asked; empty when it did
 */
record Answer(int status, Map<String, String> headers, Object body, Optional<String> refusal) {

    private static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(401, 402, 403, 407);

    /** Whether the refusal is about the account, so that no other request would fare better. */
    boolean aboutTheAccount() {
        return ABOUT_THE_ACCOUNT.contains(status);
    }

    /** The answer, when it is one. */
    Answer orThrow() {
        refusal.ifPresent(why -> {
            throw failure(why);
        });
        return this;
    }

    static ConnectorException failure(String why) {
        return new ConnectorException(ConnectorException.Kind.CONFIG, why);
    }
}
