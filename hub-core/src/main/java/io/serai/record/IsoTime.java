package io.serai.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/**
 * Dates and times as ISO 8601 and its everyday relatives write them: {@code 2026-11-22}, {@code 2026-11-22T10:00},
 * {@code 2026-11-22 10:00:00.123}, with {@code Z}, {@code +01:00}, {@code +0100} or {@code +01} behind.
 */
final class IsoTime {

    private final String text;
    private int at;

    private IsoTime(String text) {
        this.text = text;
    }

    /**
     * A {@code LocalDate} when there is no time of day, else a {@code ZonedDateTime}.
     *
     * @param zone of times that name none
     * @throws DateTimeException when it is no date or time
     */
    static Temporal parse(String text, ZoneId zone) {
        IsoTime iso = new IsoTime(text);
        LocalDate date = iso.date();
        if (iso.at == text.length()) {
            return date;
        }
        iso.oneOf("Tt ");
        LocalTime time = iso.time();
        return ZonedDateTime.of(LocalDateTime.of(date, time), iso.zone(zone));
    }

    private LocalDate date() {
        int year = digits(4);
        oneOf("-");
        int month = digits(2);
        oneOf("-");
        return LocalDate.of(year, month, digits(2));
    }

    private LocalTime time() {
        int hour = digits(2);
        oneOf(":");
        int minute = digits(2);
        if (!next(':')) {
            return LocalTime.of(hour, minute);
        }
        int second = digits(2);
        int nanos = 0;
        if (next('.') || next(',')) {
            int start = at;
            for (int unit = 100_000_000; isDigit() && at - start < 9; unit /= 10) {
                nanos += unit * digits(1);
            }
            require(at > start);
        }
        return LocalTime.of(hour, minute, second, nanos);
    }

    private ZoneId zone(ZoneId standard) {
        if (at == text.length()) {
            return standard;
        }
        next(' ');
        if (next('Z') || next('z')) {
            require(at == text.length());
            return ZoneOffset.UTC;
        }
        int sign = oneOf("+-") == '-' ? -1 : 1;
        int hours = digits(2);
        next(':');
        int minutes = at < text.length() ? digits(2) : 0;
        require(at == text.length());
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            require(isDigit());
            value = value * 10 + text.charAt(at++) - '0';
        }
        return value;
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean next(char expected) {
        boolean found = at < text.length() && text.charAt(at) == expected;
        at += found ? 1 : 0;
        return found;
    }

    private char oneOf(String expected) {
        require(at < text.length() && expected.indexOf(text.charAt(at)) >= 0);
        return text.charAt(at++);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new DateTimeException("not a date or time");
        }
    }
}
