package io.serai.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 2s}, {@code 15m}, {@code 12h}, {@code 90d}, {@code 6w}, {@code 500ms}, {@code 1h30m}. */
public final class DurationText {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|[smhdw])");
    private static final Pattern WHOLE = Pattern.compile("(" + PART.pattern() + ")+");

    private DurationText() {}

    /** The duration, or empty when the text is none. A number without a unit is none. */
    public static Optional<Duration> parse(String text) {
        String tight = text.strip();
        if (!WHOLE.matcher(tight).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(tight);
        while (part.find()) {
            long count = Long.parseLong(part.group(1));
            sum = sum.plus(
                    switch (part.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        case "d" -> Duration.ofDays(count);
                        default -> Duration.ofDays(7 * count);
                    });
        }
        return Optional.of(sum);
    }
}
