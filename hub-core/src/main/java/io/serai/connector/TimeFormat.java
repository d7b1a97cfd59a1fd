package io.serai.connector;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** How a system writes times. */
public final class TimeFormat {

    /** ISO 8601, in UTC. */
    public static final TimeFormat ISO = new TimeFormat("iso", DateTimeFormatter.ISO_INSTANT);

    private final String written;
    private final DateTimeFormatter pattern;

    private TimeFormat(String written, DateTimeFormatter pattern) {
        this.written = written;
        this.pattern = pattern;
    }

    /**
     * A format by name: {@code iso}, {@code epoch} (seconds), {@code epoch_millis}, or a pattern of {@link DateTimeFormatter}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static TimeFormat of(String written) {
        return switch (written) {
            case "iso" -> ISO;
            case "epoch", "epoch_millis" -> new TimeFormat(written, null);
            default ->
                new TimeFormat(written, DateTimeFormatter.ofPattern(written).withZone(ZoneOffset.UTC));
        };
    }

    /** The time as a request wants it. */
    Object print(Instant time) {
        return switch (written) {
            case "epoch" -> time.getEpochSecond();
            case "epoch_millis" -> time.toEpochMilli();
            default -> pattern.format(time);
        };
    }

    /** The time that a record has; empty when it has none or one that cannot be read. Times without a zone are UTC. */
    Optional<Instant> parse(Object value) {
        if (value == null) {
            return Optional.empty();
        }
        String text = value.toString().strip();
        try {
            return Optional.of(
                    switch (written) {
                        case "epoch" ->
                            Instant.ofEpochMilli(
                                    new BigDecimal(text).movePointRight(3).longValue());
                        case "epoch_millis" -> Instant.ofEpochMilli(new BigDecimal(text).longValue());
                        case "iso" -> iso(text);
                        default -> Instant.from(pattern.parse(text));
                    });
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant iso(String text) {
        TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T").replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"),
                OffsetDateTime::from,
                LocalDateTime::from);
        return time instanceof OffsetDateTime zoned
                ? zoned.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
