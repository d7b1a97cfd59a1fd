package io.serai.connector;

import io.serai.spi.ConnectorException;
import java.time.Duration;
import java.util.Optional;

/**
 * What a known error means.
 *
 * @param status the HTTP status it comes with; empty for any
 * @param at where in the body it shows; empty when the status says it all
 * @param is the text that is found there; empty when anything there will do
 * @param kind what the hub does about it; empty when the status decides: a refused row, or settings that are wrong
 * @param retryAfter how long to wait when {@code kind} is {@code RATE_LIMITED}
 * @param say a sentence for the admin; {@code {message}} is the system's own words; empty to give those alone
 */
public record ErrorAdvice(
        Optional<Integer> status,
        Optional<JsonPath> at,
        Optional<String> is,
        Optional<ConnectorException.Kind> kind,
        Optional<Duration> retryAfter,
        Optional<Template> say) {

    boolean fits(int answered, Object body) {
        return status.map(expected -> expected == answered).orElse(true)
                && at.map(path -> path.texts(body).stream()
                                .anyMatch(text -> is.map(text::equalsIgnoreCase).orElse(true)))
                        .orElse(true);
    }
}
