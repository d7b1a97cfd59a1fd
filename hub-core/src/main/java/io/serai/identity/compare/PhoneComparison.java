package io.serai.identity.compare;

import java.util.List;

/** Phone numbers, by their last nine digits. */
final class PhoneComparison extends PlainComparison<String> {

    private static final int DIFFERENT = 0;
    private static final int END = 1;
    private static final int SLIP = 2;
    private static final int SAME = 3;
    private static final int TELLING = 9;
    private static final int SHORTEST = 5;

    private final PhoneNumbers numbers;

    PhoneComparison(String region) {
        super(
                String.class,
                List.of("different", "same last six digits", "one digit wrong or two swapped", "same"),
                List.of("whole", "last six digits", "first six of the last nine digits"));
        this.numbers = region.isEmpty() ? null : new PhoneNumbers(region);
    }

    @Override
    public Object parse(String raw) {
        String text = raw == null ? "" : Blank.strip(raw);
        if (text.isEmpty() || Junk.isNumber(text)) {
            return null;
        }
        String known = numbers == null ? null : numbers.normalise(text);
        String digits = digits(known == null ? text : known);
        int length = digits.length();
        String last = length > TELLING ? digits(digits.substring(length - TELLING)) : digits;
        return last.length() < SHORTEST || Junk.isNumber(last) ? null : last;
    }

    /** The digits of the number, without an extension and without zeros in front. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(16);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= '0' && letter <= '9') {
                if (letter != '0' || !digits.isEmpty()) {
                    digits.append(letter);
                }
            } else if (digits.length() >= 7 && (Character.isLetter(letter) || letter == '#')) {
                break;
            }
        }
        return digits.toString();
    }

    @Override
    int compare(String left, String right) {
        if (left.equals(right)) {
            return SAME;
        }
        if (Distance.isOne(left, right)) {
            return SLIP;
        }
        int length = left.length();
        int other = right.length();
        return length >= 6 && other >= 6 && left.regionMatches(length - 6, right, other - 6, 6) ? END : DIFFERENT;
    }

    @Override
    void give(String number, AtomSink sink) {
        sink.atom(0, Hash.of(number));
        if (number.length() >= 6) {
            sink.atom(1, Hash.of(number, number.length() - 6, number.length()));
            sink.atom(2, Hash.of(number, 0, 6));
        }
    }
}
