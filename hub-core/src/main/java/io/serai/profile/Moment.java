package io.serai.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A time that was written as ISO 8601 text: an instant, or a whole day of the hub's zone.
 *
 * @param at the instant; of a day, its start
 * @param wholeDay whether the text named a day only
 */
public record Moment(Instant at, boolean wholeDay) {

    /** Reads a date, a time with offset or {@code Z}, or a time of the zone; null when the text is none of these. */
    public static Moment parse(String text, ZoneId zone) {
        int length = text.length();
        if (length < 10 || length > 35 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(0) > '9') {
            return null;
        }
        try {
            if (length == 10) {
                return new Moment(LocalDate.parse(text).atStartOfDay(zone).toInstant(), true);
            }
            char last = text.charAt(length - 1);
            if (last == 'Z') {
                return new Moment(Instant.parse(text), false);
            }
            boolean offset = text.indexOf('+', 10) > 0 || text.indexOf('-', 10) > 0;
            Instant at = offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
            return new Moment(at, false);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    /** Earlier is negative; when either is a whole day, days of the zone are compared. */
    public int compareTo(Moment other, ZoneId zone) {
        return wholeDay || other.wholeDay ? day(zone).compareTo(other.day(zone)) : at.compareTo(other.at);
    }

    private LocalDate day(ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }
}
