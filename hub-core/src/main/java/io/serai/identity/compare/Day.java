package io.serai.identity.compare;

import java.util.Locale;

/**
 * A day as people write it, also one that no calendar has.
 *
 * @param year 0 for unknown
 * @param month 0 for unknown; above 12 for a slip
 * @param day 0 for unknown; above 31 for a slip
 */
record Day(int year, int month, int day) {

    boolean isWhole() {
        return year > 0 && month > 0 && day > 0;
    }

    @Override
    public String toString() {
        if (month == 0 && day == 0) {
            return String.format(Locale.ROOT, "%04d", year);
        }
        return String.format(Locale.ROOT, day == 0 ? "%04d-%02d" : "%04d-%02d-%02d", year, month, day);
    }

    /** How many of the eight digits differ; 9 when two neighbouring digits are swapped and nothing else differs. */
    int slips(Day other) {
        long left = digits();
        long right = other.digits();
        int wrong = 0;
        int swapped = 0;
        for (int i = 0; i < 8; i++) {
            long mine = left >> 4 * i & 15;
            long theirs = right >> 4 * i & 15;
            if (mine != theirs) {
                wrong++;
                swapped += i > 0 && mine == (right >> 4 * (i - 1) & 15) && theirs == (left >> 4 * (i - 1) & 15) ? 1 : 0;
            }
        }
        return wrong == 2 && swapped == 1 ? 9 : wrong;
    }

    /** Four bits for each of yyyymmdd. */
    private long digits() {
        long digits = 0;
        int number = year * 10_000 + month * 100 + day;
        for (int i = 0; i < 8; i++) {
            digits |= (long) (number % 10) << 4 * i;
            number /= 10;
        }
        return digits;
    }
}
