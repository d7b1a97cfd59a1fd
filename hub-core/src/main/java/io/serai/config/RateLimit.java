package io.serai.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code rate_limit: 2/s} of a connection.
 *
 * @param requests at most so many
 * @param per in this time
 */
public record RateLimit(int requests, Duration per) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\s*/\\s*([smhd])");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    /** Reads {@code 2/s}, {@code 100/m}, {@code 5000/h} or {@code 20000/d}; empty for anything else. */
    public static Optional<RateLimit> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            return Optional.empty();
        }
        return Optional.of(new RateLimit(Integer.parseInt(matcher.group(1)), UNITS.get(matcher.group(2))));
    }
}
