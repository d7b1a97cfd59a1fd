package io.serai.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code format:} of a mapping: a {@link DateTimeFormatter} pattern, {@code epoch_seconds} or {@code epoch_milliseconds}; without
 * one, ISO 8601. Strict: the 31st of February is refused, not moved. Immutable.
 */
public final class TimeFormat {

    private final String pattern;
    private final Optional<DateTimeFormatter> formatter;
    private final ZoneId zone;

    /**
     * @param pattern the format, or empty for ISO 8601
     * @param zone of times that name none
     * @throws IllegalArgumentException with a sentence, when the pattern is none or says less than a day
     */
    public TimeFormat(Optional<String> pattern, ZoneId zone) {
        this.pattern = pattern.orElse("an ISO date or time such as 2026-11-22T10:00:00Z");
        this.formatter = pattern.filter(text -> !isEpoch(text)).map(TimeFormat::formatter);
        this.zone = zone;
        formatter.ifPresent(this::requireDay);
    }

    /**
     * A {@code LocalDate} when the value has no time of day, else a {@code ZonedDateTime}.
     *
     * @throws DateTimeException when the value does not match; the message is not for people
     */
    Temporal parse(Object value) {
        if (value instanceof Instant instant) {
            return instant.atZone(zone);
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime()).atZone(zone);
        }
        String text = value.toString();
        if (isEpoch(pattern)) {
            return epoch(text).atZone(zone);
        }
        if (formatter.isEmpty()) {
            return IsoTime.parse(text, zone);
        }
        TemporalAccessor parsed = formatter.get().parse(text);
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId named = parsed.query(TemporalQueries.zone());
        return time == null ? date : ZonedDateTime.of(date, time, named == null ? zone : named);
    }

    /**
     * The moment that a value names; of a date its first.
     *
     * @throws DateTimeException when the value does not match; the message is not for people
     */
    public Instant moment(Object value) {
        return instant(parse(value));
    }

    /** The moment of a parsed value; of a date its first. */
    Instant instant(Temporal parsed) {
        return parsed instanceof LocalDate date
                ? date.atStartOfDay(zone).toInstant()
                : ((ZonedDateTime) parsed).toInstant();
    }

    /** A moment as the pattern writes it, in the zone. */
    Object print(Instant instant) {
        return switch (pattern) {
            case "epoch_seconds" -> instant.getEpochSecond();
            case "epoch_milliseconds" -> instant.toEpochMilli();
            default ->
                formatter.map(format -> format.format(instant.atZone(zone))).orElse(instant.toString());
        };
    }

    @Override
    public String toString() {
        return pattern;
    }

    private Instant epoch(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            BigDecimal millis = pattern.equals("epoch_seconds") ? number.movePointRight(3) : number;
            return Instant.ofEpochMilli(millis.longValue());
        } catch (NumberFormatException e) {
            throw new DateTimeException("not a number", e);
        }
    }

    private void requireDay(DateTimeFormatter format) {
        ZonedDateTime sample = ZonedDateTime.of(LocalDate.of(2026, 11, 22), LocalTime.of(22, 5), zone);
        try {
            LocalDate.from(format.parse(format.format(sample)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + pattern + "\" does not say year, month and day", e);
        }
    }

    private static boolean isEpoch(String pattern) {
        return pattern.equals("epoch_seconds") || pattern.equals("epoch_milliseconds");
    }

    /** {@code y} is the year of an era, which strict parsing would ask for; people mean {@code u}. */
    private static DateTimeFormatter formatter(String pattern) {
        StringBuilder proleptic = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            quoted ^= pattern.charAt(i) == '\'';
            if (!quoted && pattern.charAt(i) == 'y') {
                proleptic.setCharAt(i, 'u');
            }
        }
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(proleptic.toString())
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + pattern + "\" is not a date pattern", e);
        }
    }
}
