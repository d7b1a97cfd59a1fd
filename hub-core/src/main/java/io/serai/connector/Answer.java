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
 * @param failure why it did not do, or not do all of, what was asked; empty when it did
 * @param known whether the connector's author knows this failure and says what to do about it
 */
record Answer(
        int status, Map<String, String> headers, Object body, Optional<ConnectorException> failure, boolean known) {

    private static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(401, 402, 403, 407);

    /** Whether nothing of the request was done. */
    boolean refused() {
        return failure.isPresent() && status >= 300;
    }

    /** Whether the refusal is about more than the rows that were sent, so that no other request would fare better. */
    boolean aboutTheAccount() {
        return known || ABOUT_THE_ACCOUNT.contains(status) || status < 400;
    }

    /** The answer, when it is one. */
    Answer orThrow() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return this;
    }
}
