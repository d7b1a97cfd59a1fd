package io.serai.identity;

import io.serai.identity.compare.Comparison;
import io.serai.identity.compare.Kind;
import java.util.regex.Pattern;

/** What one value looks like, without its column. */
final class Looks {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.,][0-9]+)?");
    private static final Pattern PLACE = Pattern.compile("[-+]?[0-9]{1,3}\\.[0-9]+ *[,; ] *[-+]?[0-9]{1,3}\\.[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("[-+]?[0-9]{1,3}\\.[0-9]{3,}");
    private static final Pattern POSTCODE = Pattern.compile(
            "[0-9]{5}(-[0-9]{3,4})?|[0-9]{2}-[0-9]{3}|[0-9]{4} ?[A-Za-z]{2}|[A-Za-z][0-9][A-Za-z] ?[0-9][A-Za-z][0-9]"
                    + "|[A-Za-z]{1,2}[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}");
    private static final Comparison DATE = Comparison.of(Kind.DATE);

    private Looks() {}

    static boolean email(String value) {
        int at = value.indexOf('@');
        return at > 0 && value.indexOf('.', at) > 0;
    }

    static boolean date(String value) {
        return value.length() >= 6
                && digits(value) >= 4
                && (value.length() == digits(value) ? value.length() == 8 : value.length() <= 30 && hasDateMarks(value))
                && DATE.parse(value) != null;
    }

    private static boolean hasDateMarks(String value) {
        return value.chars().filter(letter -> "-/. ,".indexOf(letter) >= 0).count() >= 2 && digits(value) <= 20;
    }

    /** Seven to fifteen digits and little else. */
    static boolean phone(String value) {
        int digits = digits(value);
        return digits >= 7
                && digits <= 15
                && value.chars().allMatch(letter -> Character.isDigit(letter) || " +-()./x".indexOf(letter) >= 0);
    }

    /** What no number but a telephone's is written with: a plus, brackets, a zero in front, groups. */
    static boolean phoneMark(String value) {
        return value.charAt(0) == '+'
                || value.charAt(0) == '0'
                || value.indexOf('(') >= 0
                || value.indexOf('-') > 0
                || value.indexOf(' ') > 0;
    }

    static boolean number(String value) {
        return NUMBER.matcher(value).matches();
    }

    static boolean between(String value, int low, int high) {
        String whole = value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
        return isShortNumber(whole) && Integer.parseInt(whole) >= low && Integer.parseInt(whole) <= high;
    }

    private static boolean isShortNumber(String text) {
        return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    /** Coordinates in one value: 52.5,13.4. */
    static boolean place(String value) {
        return PLACE.matcher(value).matches();
    }

    static boolean fraction(String value) {
        return FRACTION.matcher(value).matches();
    }

    /** Five digits, or the codes of Britain, the Netherlands and Canada. */
    static boolean postcode(String value) {
        return POSTCODE.matcher(value).matches();
    }

    /** Letters, and what stands between them in names. */
    static boolean words(String value) {
        return value.chars().allMatch(letter -> Character.isLetter(letter) || " '-.,’".indexOf(letter) >= 0);
    }

    /** A number and words: 12 High Street. */
    static boolean street(String value) {
        return digits(value) > 0
                && digits(value) <= 6
                && value.indexOf(' ') > 0
                && value.chars().filter(Character::isLetter).count() >= 4;
    }

    static int digits(String value) {
        return (int) value.chars().filter(Character::isDigit).count();
    }
}
