package io.serai.identity.compare;

import java.util.List;

/** Days. */
final class DateComparison extends PlainComparison<Day> {

    private static final int DIFFERENT = 0;
    private static final int DECADE = 1;
    private static final int NEXT_YEAR = 2;
    private static final int YEAR = 3;
    private static final int MONTH = 4;
    private static final int HALF = 5;
    private static final int SLIP = 6;
    private static final int SWAPPED = 7;
    private static final int SAME = 8;
    /** Years that are still near. */
    private static final int NEAR = 10;
    /** Days of a month, and of a year and a month. */
    private static final int DAYS = 31;

    private static final int YEAR_OF_DAYS = 397;

    private final DayReader reader;

    DateComparison(boolean dayFirst) {
        super(
                Day.class,
                List.of(
                        "different",
                        "within ten years",
                        "about a year apart",
                        "same year",
                        "within a month",
                        "same year and month, or same day in a near year",
                        "one digit wrong or two swapped",
                        "day and month swapped",
                        "same"),
                List.of("whole", "year", "year and month", "month and day", "day and month in any order"));
        this.reader = new DayReader(dayFirst);
    }

    @Override
    public Object parse(String raw) {
        return reader.read(raw);
    }

    @Override
    int compare(Day left, Day right) {
        if (left.equals(right)) {
            return SAME;
        }
        return left.isWhole() && right.isWhole() ? ofWhole(left, right) : ofParts(left, right);
    }

    private static int ofWhole(Day left, Day right) {
        int years = Math.abs(left.year - right.year);
        if (years == 0 && left.month == right.day && left.day == right.month) {
            return SWAPPED;
        }
        if (left.isSlipOf(right)) {
            return SLIP;
        }
        boolean sameMonth = left.month == right.month;
        if (sameMonth && (years == 0 || left.day == right.day && years <= NEAR)) {
            return HALF;
        }
        int days = Math.abs(left.ordinal - right.ordinal);
        if (days <= DAYS) {
            return MONTH;
        }
        if (years == 0) {
            return YEAR;
        }
        return days <= YEAR_OF_DAYS ? NEXT_YEAR : years <= NEAR ? DECADE : DIFFERENT;
    }

    private static int ofParts(Day left, Day right) {
        int years = Math.abs(left.year - right.year);
        if (years == 0) {
            return left.month == right.month && left.month > 0 ? HALF : YEAR;
        }
        return years == 1 ? NEXT_YEAR : years <= NEAR ? DECADE : DIFFERENT;
    }

    @Override
    void give(Day day, AtomSink sink) {
        long whole = day.year * 10_000L + day.month * 100L + day.day;
        sink.atom(0, Hash.of(whole));
        sink.atom(1, Hash.of(day.year));
        if (day.month > 0) {
            sink.atom(2, Hash.of(day.year * 100L + day.month));
        }
        if (day.isWhole()) {
            sink.atom(3, Hash.of(day.month * 100L + day.day));
            long low = Math.min(day.month, day.day);
            sink.atom(4, Hash.of(day.year * 10_000L + low * 100 + Math.max(day.month, day.day)));
        }
    }
}
