package io.serai.identity.compare;

import java.util.List;

/** Days. */
final class DateComparison extends PlainComparison<Day> {

    private static final int DIFFERENT = 0;
    private static final int YEAR = 1;
    private static final int HALF = 2;
    private static final int SLIP = 3;
    private static final int SWAPPED = 4;
    private static final int SAME = 5;
    /** Years that are still near when day and month agree. */
    private static final int NEAR = 10;

    private final DayReader reader;

    DateComparison(boolean dayFirst) {
        super(
                Day.class,
                List.of(
                        "different",
                        "same year",
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
        boolean year = left.year == right.year;
        if (left.isWhole() && right.isWhole()) {
            if (year && left.month == right.day && left.day == right.month) {
                return SWAPPED;
            }
            if (left.isSlipOf(right)) {
                return SLIP;
            }
            if (!year && left.month == right.month && left.day == right.day) {
                return Math.abs(left.year - right.year) <= NEAR ? HALF : DIFFERENT;
            }
        }
        if (!year) {
            return DIFFERENT;
        }
        return left.month == right.month && left.month > 0 ? HALF : YEAR;
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
