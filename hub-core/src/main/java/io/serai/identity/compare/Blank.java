package io.serai.identity.compare;

/** White space in the wide sense: no-break spaces, zero-width characters and control characters too. */
public final class Blank {

    private Blank() {}

    public static boolean is(char letter) {
        return letter <= ' '
                || letter >= 0x7f
                        && (letter <= 0xa0
                                || letter == 0xfeff
                                || letter >= 0x200b && letter <= 0x200f
                                || letter == 0x2060
                                || Character.isSpaceChar(letter));
    }

    /** Without white space at both ends. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && is(text.charAt(from))) {
            from++;
        }
        while (from < to && is(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
