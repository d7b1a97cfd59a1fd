package io.serai.spi;

import java.util.Map;

/**
 * Sends requests for one connection.
 *
 * @since 1.0
 */
public interface HttpDoor {

    /**
     * Sends one request and waits for the complete answer. Safe requests ({@code GET}, {@code HEAD}) and those marked
     * {@link Request#repeatable()} are retried on 429, 5xx and broken connections; others only on 429.
     *
     * @return the answer, whatever its status below 500 except 429
     * @throws ConnectorException {@code RATE_LIMITED} or {@code TRANSIENT} when patience ran out, {@code CONFIG} for a host
     *     that the connector did not declare
     */
    Response send(Request request);

    /**
     * One request.
     *
     * @param method upper case
     * @param url absolute; must not contain secrets or personal data
     * @param headers by name; values may be secret, they are never printed
     * @param body null for none
     * @param repeatable whether sending it twice is the same as sending it once
     */
    record Request(String method, String url, Map<String, String> headers, byte[] body, boolean repeatable) {}

    /**
     * One answer.
     *
     * @param status the HTTP status
     * @param headers by lower-case name
     * @param body never null, possibly empty
     */
    record Response(int status, Map<String, String> headers, byte[] body) {}
}
