package io.serai.segment;

import io.serai.profile.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How old a time is. */
final class Age {

    private static final int WHOLE_SECONDS = "2026-11-22T10:00:00Z".length();

    private final Instant edge;
    private final String edgeText;
    private final ZoneId zone;

    private Age(Duration age, Instant now, ZoneId zone) {
        this.edge = now.minus(age);
        this.edgeText =
                edge.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS).toString();
        this.zone = zone;
    }

    static Condition atMost(Duration age, Instant now, ZoneId zone) {
        Age limit = new Age(age, now, zone);
        return new Condition(number -> false, text -> limit.order(text) >= 0, false);
    }

    static Condition more(Duration age, Instant now, ZoneId zone) {
        Age limit = new Age(age, now, zone);
        return new Condition(
                number -> false,
                text -> {
                    int order = limit.order(text);
                    return order < 0 && order != Want.INCOMPARABLE;
                },
                false);
    }

    /** Negative before the edge, else 0 or more. */
    private int order(String text) {
        // Nearly all times are of this one form, in which letters order as time does.
        if (text.length() == WHOLE_SECONDS
                && edgeText.length() == WHOLE_SECONDS
                && text.charAt(10) == 'T'
                && text.charAt(WHOLE_SECONDS - 1) == 'Z'
                && Character.isDigit(text.charAt(0))) {
            return text.compareTo(edgeText) < 0 ? -1 : 1;
        }
        Moment moment = Moment.parse(text, zone);
        if (moment == null) {
            return Want.INCOMPARABLE;
        }
        return moment.at().isBefore(edge) ? -1 : 1;
    }
}
