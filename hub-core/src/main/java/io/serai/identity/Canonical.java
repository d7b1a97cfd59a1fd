package io.serai.identity;

import io.serai.identity.compare.Junk;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One way of writing for names and dates, so that equal means equal. Comparisons read names more boldly, without titles and in
 * several scripts; what is written here is stored and is part of what tells signatures apart, so it stays as it is.
 */
final class Canonical {

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
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder(folded.length());
        folded.codePoints().forEach(letter -> append(name, letter));
        int end = name.length();
        if (end > 0 && name.charAt(end - 1) == ' ') {
            name.setLength(end - 1);
        }
        String canonical = name.toString();
        return canonical.isEmpty() || Junk.isWord(canonical) || Junk.isWord(text.strip()) ? null : canonical;
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
        if (text.length() == 8 && text.chars().allMatch(Character::isDigit)) {
            text = text.substring(0, 4) + '-' + text.substring(4, 6) + '-' + text.substring(6);
        }
        if (text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ')) {
            text = text.substring(0, 10);
        }
        try {
            int year = LocalDate.parse(text).getYear();
            return year > 1800 && year < 2200 && !text.equals("1900-01-01") ? text : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
