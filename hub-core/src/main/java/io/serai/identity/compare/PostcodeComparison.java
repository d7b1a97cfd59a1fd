package io.serai.identity.compare;

import java.util.List;

/** Postal codes: letters and digits without spaces; five digits of a United States code. */
final class PostcodeComparison extends PlainComparison<String> {

    private static final int DIFFERENT = 0;
    private static final int REGION = 1;
    private static final int DISTRICT = 2;
    private static final int SLIP = 3;
    private static final int SAME = 4;

    PostcodeComparison() {
        super(
                String.class,
                List.of("different", "same region", "same district", "one letter apart", "same"),
                List.of("whole", "district", "region", "first three"));
    }

    @Override
    public Object parse(String raw) {
        String code = raw == null ? "" : Latin.words(raw).replace(" ", "");
        if (code.length() < 3 || Junk.isWord(code) || code.length() > 12 || code.length() < 9 && Junk.isNumber(code)) {
            return null;
        }
        return code.length() == 9 && isNumber(code, 0, 9) ? code.substring(0, 5) : code;
    }

    @Override
    int compare(String left, String right) {
        if (left.equals(right)) {
            return SAME;
        }
        if (Distance.isOne(left, right)) {
            return SLIP;
        }
        int prefix = Distance.prefix(left, right);
        int district = district(left);
        if (district == district(right) && prefix >= district) {
            return DISTRICT;
        }
        int region = region(left);
        return region == region(right) && prefix >= region ? REGION : DIFFERENT;
    }

    /** What stands before the last digit and two letters of a British code; the first three letters of others. */
    private static int district(String code) {
        return isBritish(code) ? code.length() - 3 : Math.min(3, code.length() - 1);
    }

    private static int region(String code) {
        if (!isBritish(code)) {
            return 2;
        }
        return isDigit(code.charAt(1)) ? 1 : 2;
    }

    private static boolean isBritish(String code) {
        int end = code.length();
        return end >= 5
                && end <= 7
                && !isDigit(code.charAt(0))
                && isDigit(code.charAt(end - 3))
                && !isDigit(code.charAt(end - 2))
                && !isDigit(code.charAt(end - 1));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    void give(String code, AtomSink sink) {
        sink.atom(0, Hash.of(code));
        sink.atom(1, Hash.of(code, 0, district(code)));
        sink.atom(2, Hash.of(code, 0, region(code)));
        sink.atom(3, Hash.of(code, 0, 3));
    }
}
