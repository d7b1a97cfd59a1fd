package io.serai.identity;

import io.serai.identity.compare.Blank;
import io.serai.identity.compare.Comparison;
import io.serai.identity.compare.Junk;
import io.serai.identity.compare.Kind;
import io.serai.identity.compare.KnownNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the values of one column look like. Shares are of the filled values that were looked at. */
final class ColumnValues {

    private static final int LOOKED_AT = 400;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.,][0-9]+)?");
    private static final Pattern PLACE = Pattern.compile("[-+]?[0-9]{1,3}\\.[0-9]+ *[,; ] *[-+]?[0-9]{1,3}\\.[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("[-+]?[0-9]{1,3}\\.[0-9]{3,}");
    private static final Pattern POSTCODE = Pattern.compile(
            "[0-9]{5}(-[0-9]{3,4})?|[0-9]{2}-[0-9]{3}|[0-9]{4} ?[A-Za-z]{2}|[A-Za-z][0-9][A-Za-z] ?[0-9][A-Za-z][0-9]"
                    + "|[A-Za-z]{1,2}[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}");
    private static final Comparison DATE = Comparison.of(Kind.DATE);

    private final List<String[]> rows;
    private final int column;
    private final List<String> sample = new ArrayList<>();

    ColumnValues(List<String[]> rows, int column) {
        this.rows = rows;
        this.column = column;
        int step = Math.max(1, rows.size() / (3 * LOOKED_AT));
        for (int i = 0; i < rows.size() && sample.size() < LOOKED_AT; i += step) {
            String value = at(i);
            if (!value.isEmpty() && !Junk.isWord(value)) {
                sample.add(value);
            }
        }
    }

    private String at(int row) {
        String[] cells = rows.get(row);
        return column < cells.length && cells[column] != null ? Blank.strip(cells[column]) : "";
    }

    boolean isKnown() {
        return !sample.isEmpty();
    }

    boolean isEmpty() {
        return sample.isEmpty() && !rows.isEmpty();
    }

    List<String> sample() {
        return sample;
    }

    /** Whether every filled row, of at least twenty, has another value. */
    boolean isUnique() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            String value = at(i);
            if (!value.isEmpty() && !seen.add(value)) {
                return false;
            }
        }
        return seen.size() >= 20 && seen.size() >= .95 * rows.size();
    }

    /** Different values for each value looked at: near 0 for a category, near 1 for a name of one's own. */
    double variety() {
        return sample.isEmpty() ? 0 : (double) new HashSet<>(sample).size() / sample.size();
    }

    int different() {
        return new HashSet<>(sample).size();
    }

    private double share(Predicate<String> fits) {
        return sample.isEmpty() ? 0 : (double) sample.stream().filter(fits).count() / sample.size();
    }

    double emails() {
        return share(value -> {
            int at = value.indexOf('@');
            return at > 0 && value.indexOf('.', at) > 0;
        });
    }

    double dates() {
        return share(value -> value.length() >= 6
                && digits(value) >= 4
                && (value.length() == digits(value) ? value.length() == 8 : value.length() <= 30 && hasDateMarks(value))
                && DATE.parse(value) != null);
    }

    private static boolean hasDateMarks(String value) {
        return value.chars().filter(letter -> "-/. ,".indexOf(letter) >= 0).count() >= 2 && digits(value) <= 20;
    }

    /** Telephone numbers: seven to fifteen digits and little else. */
    double phones() {
        return share(value -> {
            int digits = digits(value);
            return digits >= 7
                    && digits <= 15
                    && value.chars().allMatch(letter -> Character.isDigit(letter) || " +-()./x".indexOf(letter) >= 0);
        });
    }

    /** Of them those that nothing else is written like: a plus, brackets, a zero in front, groups. */
    double phoneMarks() {
        return share(value -> value.charAt(0) == '+'
                || value.charAt(0) == '0'
                || value.indexOf('(') >= 0
                || value.indexOf('-') > 0
                || value.indexOf(' ') > 0);
    }

    double numbers() {
        return share(value -> NUMBER.matcher(value).matches());
    }

    double between(int low, int high) {
        return share(value -> {
            String whole = value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
            return isShortNumber(whole) && Integer.parseInt(whole) >= low && Integer.parseInt(whole) <= high;
        });
    }

    private static boolean isShortNumber(String text) {
        return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    /** Coordinates in one value: 52.5,13.4. */
    double places() {
        return share(value -> PLACE.matcher(value).matches());
    }

    double fractions() {
        return share(value -> FRACTION.matcher(value).matches());
    }

    /** Five digits, or the codes of Britain, the Netherlands and Canada. */
    double postcodes() {
        return share(value -> POSTCODE.matcher(value).matches());
    }

    /** Letters, and what stands between them in names. */
    double words() {
        return share(
                value -> value.chars().allMatch(letter -> Character.isLetter(letter) || " '-.,’".indexOf(letter) >= 0));
    }

    double severalWords() {
        return share(value -> value.strip().indexOf(' ') > 0);
    }

    double withDigits() {
        return share(value -> digits(value) > 0);
    }

    /** A number and words: 12 High Street. */
    double streets() {
        return share(value -> digits(value) > 0
                && digits(value) <= 6
                && value.indexOf(' ') > 0
                && value.chars().filter(Character::isLetter).count() >= 4);
    }

    double givenNames() {
        return share(KnownNames::isGiven);
    }

    double givenNamesLater() {
        return share(KnownNames::hasGivenLater);
    }

    double length() {
        return sample.stream().mapToInt(String::length).average().orElse(0);
    }

    /** Whether all filled values have one length. */
    boolean isOfOneLength() {
        return sample.stream().mapToInt(String::length).distinct().count() == 1;
    }

    /** Whether 3/4/2001 is the third of April here: what cannot be a month says so; without any, day first. */
    boolean dayFirst() {
        int day = 0;
        int month = 0;
        for (String value : sample) {
            String[] parts = value.split("[^0-9]+", 4);
            if (parts.length >= 3
                    && !parts[0].isEmpty()
                    && parts[0].length() <= 2
                    && !parts[1].isEmpty()
                    && parts[1].length() <= 2) {
                day += Integer.parseInt(parts[0]) > 12 ? 1 : 0;
                month += Integer.parseInt(parts[1]) > 12 ? 1 : 0;
            }
        }
        return day >= month;
    }

    private static int digits(String value) {
        return (int) value.chars().filter(Character::isDigit).count();
    }

    /** Of the rows where it is filled, how many are the words of two other columns; 0 when they are fewer than ten. */
    double joined(ColumnValues first, ColumnValues second) {
        int filled = 0;
        int made = 0;
        int step = Math.max(1, rows.size() / (3 * LOOKED_AT));
        for (int i = 0; i < rows.size(); i += step) {
            String whole = letters(at(i));
            if (!whole.isEmpty()) {
                filled++;
                String one = letters(first.at(i));
                String two = letters(second.at(i));
                made += whole.equals(one + two) || whole.equals(two + one) ? 1 : 0;
            }
        }
        return filled < 10 ? 0 : (double) made / filled;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return letters.toString();
    }

    /** Of the rows where both are filled, how many have the same value; 0 when they are fewer than ten. */
    static double same(ColumnValues left, ColumnValues right) {
        int both = 0;
        int same = 0;
        int step = Math.max(1, left.rows.size() / (3 * LOOKED_AT));
        for (int i = 0; i < left.rows.size(); i += step) {
            String one = left.at(i);
            String two = right.at(i);
            if (!one.isEmpty() && !two.isEmpty()) {
                both++;
                same += one.equalsIgnoreCase(two) ? 1 : 0;
            }
        }
        return both < 10 ? 0 : (double) same / both;
    }
}
