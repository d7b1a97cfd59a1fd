package io.serai.connector;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests an account allows.
 *
 * @param requests how many
 * @param per in how long
 */
public record RateLimit(int requests, Duration per) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\s*/\\s*(s|m|h)");

    public RateLimit {
        if (requests < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate limit allows at least one request");
        }
    }

    /** Reads {@code 2/s}, {@code 100/m} or {@code 5000/h}; empty for anything else. */
    public static Optional<RateLimit> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return Optional.empty();
        }
        Duration per =
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(1);
                    case "m" -> Duration.ofMinutes(1);
                    default -> Duration.ofHours(1);
                };
        return Optional.of(new RateLimit(Integer.parseInt(matcher.group(1)), per));
    }

    /** The time between two requests that uses the limit exactly. */
    public Duration interval() {
        return per.dividedBy(requests);
    }
}
