package io.serai.identity.compare;

import java.util.Map;
import java.util.Set;

/** Reads days in the forms that people and systems write. */
final class DayReader {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("mai", 5),
            Map.entry("okt", 10),
            Map.entry("dez", 12),
            Map.entry("mrz", 3),
            Map.entry("mae", 3),
            Map.entry("ene", 1),
            Map.entry("abr", 4),
            Map.entry("ago", 8),
            Map.entry("dic", 12),
            Map.entry("fev", 2),
            Map.entry("avr", 4),
            Map.entry("aou", 8),
            Map.entry("mei", 5),
            Map.entry("mrt", 3),
            Map.entry("gen", 1),
            Map.entry("mag", 5),
            Map.entry("giu", 6),
            Map.entry("lug", 7),
            Map.entry("set", 9),
            Map.entry("ott", 10),
            Map.entry("out", 10));
    private static final int EARLIEST = 1200;
    private static final int LATEST = 2200;
    /** Two digits above this are a year of the last century. */
    private static final int PIVOT = 26;

    /** Years whose first of January is what programs write for none. */
    private static final Set<Integer> SENTINELS = Set.of(1753, 1800, 1900);

    private final boolean dayFirst;

    DayReader(boolean dayFirst) {
        this.dayFirst = dayFirst;
    }

    /** Null when the text is no day, or one that stands for none: 1900-01-01, 0000-00-00, 9999-12-31. */
    Day read(String raw) {
        if (raw == null) {
            return null;
        }
        int[] numbers = new int[3];
        int[] lengths = new int[3];
        int count = numbers(raw, numbers, lengths);
        Day day = count == 1
                ? solid(numbers[0], lengths[0])
                : count == 2 ? two(numbers, lengths) : count == 3 ? three(numbers, lengths) : null;
        return day == null || isSentinel(day) ? null : day;
    }

    /** The numbers before a time of day; a month's name counts as one. Returns how many, 4 when there are too many. */
    private static int numbers(String raw, int[] numbers, int[] lengths) {
        int count = 0;
        int at = 0;
        int end = raw.length();
        while (at < end) {
            char letter = raw.charAt(at);
            int from = at;
            if (isDigit(letter)) {
                while (at < end && isDigit(raw.charAt(at))) {
                    at++;
                }
                if (at < end && raw.charAt(at) == ':' || count == 3 || at - from > 9) {
                    return count;
                }
                numbers[count] = Integer.parseInt(raw, from, at, 10);
                lengths[count++] = at - from;
            } else if (Character.isLetter(letter)) {
                while (at < end && Character.isLetter(raw.charAt(at))) {
                    at++;
                }
                Integer month = at - from < 3 || count == 3 ? null : month(raw, from);
                if (month != null) {
                    numbers[count] = month;
                    lengths[count++] = -1;
                } else if (count == 3) {
                    return count;
                }
            } else {
                at++;
            }
        }
        return count;
    }

    private static Integer month(String raw, int from) {
        String folded = Latin.words(raw.substring(from, from + 3));
        return folded.length() < 3 ? null : MONTHS.get(folded.substring(0, 3));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /** 20011231, 2001, 200112; 31122001 and 12312001 where the year must be at the end. */
    private Day solid(int number, int length) {
        if (length == 4) {
            return year(number, 0, 0);
        }
        if (length == 6) {
            return year(number / 100, number % 100, 0);
        }
        if (length < 7 || length > 8) {
            return null;
        }
        Day day = year(number / 10_000, number / 100 % 100, number % 100);
        if (length == 8 && day != null && day.month <= 12 && day.day <= 31) {
            return day;
        }
        Day turned = ordered(number % 10_000, number / 1_000_000, number / 10_000 % 100);
        return turned != null && turned.month <= 12 && turned.day <= 31 ? turned : length == 8 ? day : null;
    }

    private Day two(int[] numbers, int[] lengths) {
        return lengths[0] == 4
                ? year(numbers[0], numbers[1], 0)
                : lengths[1] == 4 ? year(numbers[1], numbers[0], 0) : null;
    }

    private Day three(int[] numbers, int[] lengths) {
        if (lengths[0] >= 3) {
            return year(numbers[0], numbers[1], numbers[2]);
        }
        int year = lengths[2] <= 2 ? numbers[2] + (numbers[2] > PIVOT ? 1900 : 2000) : numbers[2];
        if (lengths[0] == -1) {
            return year(year, numbers[0], numbers[1]);
        }
        return lengths[1] == -1 ? year(year, numbers[1], numbers[0]) : ordered(year, numbers[0], numbers[1]);
    }

    private Day ordered(int year, int first, int second) {
        boolean dayThenMonth = dayFirst ? second <= 12 || first > 12 : first > 12 && second <= 12;
        return dayThenMonth ? year(year, second, first) : year(year, first, second);
    }

    private static Day year(int year, int month, int day) {
        return month < 100 && day < 100 && (year >= EARLIEST && year <= LATEST || year == 0 && month > 0)
                ? new Day(year, month, day)
                : null;
    }

    private static boolean isSentinel(Day day) {
        return day.year == 0
                || day.month == 1 && day.day == 1 && SENTINELS.contains(day.year)
                || day.year == 1899 && day.month == 12 && day.day >= 30;
    }
}
