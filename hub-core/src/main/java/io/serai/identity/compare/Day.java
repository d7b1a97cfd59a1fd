package io.serai.identity.compare;

/** A day as people write it, also one that no calendar has. */
final class Day {

    /** Days of a year before each month; a month that no calendar has begins when the year ends. */
    private static final int[] BEFORE = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    final int year;
    /** 0 for unknown; above 12 for a slip. */
    final int month;
    /** 0 for unknown; above 31 for a slip. */
    final int day;

    /** Days since some day long ago, but for leap days. */
    final int ordinal;

    private final long digits;

    Day(int year, int month, int day) {
        this.year = year;
        this.month = month;
        this.day = day;
        this.ordinal = year * 365 + year / 4 + BEFORE[Math.min(month, 13)] + day;
        this.digits = digits(year, month, day);
    }

    boolean isWhole() {
        return year > 0 && month > 0 && day > 0;
    }

    @Override
    public String toString() {
        StringBuilder text = padded(new StringBuilder(10), year, 4);
        if (month > 0 || day > 0) {
            padded(text.append('-'), month, 2);
        }
        return (day == 0 ? text : padded(text.append('-'), day, 2)).toString();
    }

    private static StringBuilder padded(StringBuilder text, int number, int digits) {
        String written = Integer.toString(number);
        for (int missing = digits - written.length(); missing > 0; missing--) {
            text.append('0');
        }
        return text.append(written);
    }

    /** Four bits for each digit of yyyymmdd. */
    private static long digits(int year, int month, int day) {
        long digits = 0;
        int number = year * 10_000 + month * 100 + day;
        for (int i = 0; i < 8; i++) {
            digits |= (long) (number % 10) << 4 * i;
            number /= 10;
        }
        return digits;
    }

    /** One of the eight digits is another, or two neighbours are swapped. */
    boolean isSlipOf(Day other) {
        long differ = digits ^ other.digits;
        long places = (differ | differ >>> 1 | differ >>> 2 | differ >>> 3) & 0x1111_1111L;
        int wrong = Long.bitCount(places);
        if (wrong != 2) {
            return wrong == 1;
        }
        int low = Long.numberOfTrailingZeros(places);
        return (places >>> low) == 0x11
                && (digits >>> low & 15) == (other.digits >>> low + 4 & 15)
                && (digits >>> low + 4 & 15) == (other.digits >>> low & 15);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Day day && digits == day.digits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digits);
    }
}
