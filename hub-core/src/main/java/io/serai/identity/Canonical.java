package io.serai.identity;

import io.serai.identity.compare.Junk;
import java.text.Normalizer;
import java.time.YearMonth;
import java.util.Locale;

/**
 * One way of writing for names and dates, so that equal means equal. Comparisons read names more boldly, without titles and in
 * several scripts; what is written here is stored and is part of what tells signatures apart, so it stays as it is.
 */
final class Canonical {

    private static final char LATIN_1 = 'À';

    /** The letters from À to ÿ without their accents; _ for one that has none. */
    private static final String BASES = "aaaaaa_ceeeeiiii_nooooo__uuuuy__aaaaaa_ceeeeiiii_nooooo__uuuuy_y";

    private Canonical() {}

    /** Lower case, without accents, apostrophes and punctuation, words apart by one space; null when nothing is left. */
    static String name(Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        if (text.isEmpty() || isPlain(text)) {
            return Junk.isWord(text) ? null : text;
        }
        StringBuilder name = new StringBuilder(text.length() + 2);
        if (!isWestern(text, name)) {
            name.setLength(0);
            String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
            folded.codePoints().forEach(letter -> append(name, letter));
        }
        int end = name.length();
        if (end > 0 && name.charAt(end - 1) == ' ') {
            name.setLength(end - 1);
        }
        String canonical = name.toString();
        return canonical.isEmpty() || Junk.isWord(canonical) || Junk.isWord(text.strip()) ? null : canonical;
    }

    /** Appends a text of ASCII and Latin-1 letters; false when there are others, and then what was appended means nothing. */
    private static boolean isWestern(String text, StringBuilder name) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
                name.append(letter);
            } else if (letter >= 'A' && letter <= 'Z') {
                name.append((char) (letter + ('a' - 'A')));
            } else if (letter < 0x80) {
                append(name, letter);
            } else if (letter >= LATIN_1 && letter < LATIN_1 + BASES.length()) {
                char base = BASES.charAt(letter - LATIN_1);
                append(name, base == '_' ? Character.toLowerCase(letter) : base);
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < 'a' || letter > 'z') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder name, int letter) {
        switch (letter) {
            case 'ø' -> name.append('o');
            case 'ł' -> name.append('l');
            case 'đ', 'ð' -> name.append('d');
            case 'ħ' -> name.append('h');
            case 'ı' -> name.append('i');
            case 'ß' -> name.append("ss");
            case 'æ' -> name.append("ae");
            case 'œ' -> name.append("oe");
            case 'þ' -> name.append("th");
            case '\'', '’', '‘', '`', '´', 'ʼ' -> {}
            default -> {
                if (Character.isLetterOrDigit(letter)) {
                    name.appendCodePoint(letter);
                } else if (Character.getType(letter) != Character.NON_SPACING_MARK
                        && !name.isEmpty()
                        && name.charAt(name.length() - 1) != ' ') {
                    name.append(' ');
                }
            }
        }
    }

    /** The ISO date of 2026-11-22, of a time that begins so, or of 20261122; null for anything else. */
    static String date(Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString().strip();
        if (text.length() == 8 && isDigits(text, 0, 8)) {
            text = text.substring(0, 4) + '-' + text.substring(4, 6) + '-' + text.substring(6);
        }
        if (text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ')) {
            text = text.substring(0, 10);
        }
        return isDate(text) && !text.equals("1900-01-01") ? text : null;
    }

    private static boolean isDate(String text) {
        boolean written = text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && isDigits(text, 0, 4)
                && isDigits(text, 5, 7)
                && isDigits(text, 8, 10);
        if (!written) {
            return false;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return year > 1800
                && year < 2200
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
