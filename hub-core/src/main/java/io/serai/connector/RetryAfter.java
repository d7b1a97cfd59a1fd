package io.serai.connector;

import io.serai.spi.HttpDoor.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The {@code Retry-After} header (RFC 9110, section 10.2.3): seconds or a date. */
final class RetryAfter {

    private RetryAfter() {}

    static Optional<Duration> of(Response response, Instant now) {
        String written = response.headers().get("retry-after");
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(written.strip()) * 1000)))
                    .filter(time -> !time.isNegative());
        } catch (NumberFormatException notSeconds) {
            return date(written.strip(), now);
        }
    }

    private static Optional<Duration> date(String written, Instant now) {
        try {
            Instant at = ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(at.isBefore(now) ? Duration.ZERO : Duration.between(now, at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
