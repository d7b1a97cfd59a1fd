package io.serai.identity.compare;

import java.util.Locale;
import java.util.Set;

/** Values that people and programs write when they have none. */
public final class Junk {

    private static final Set<String> WORDS = Set.of(
            "n/a",
            "na",
            "n.a.",
            "none",
            "null",
            "nil",
            "nan",
            "unknown",
            "unbekannt",
            "undefined",
            "not provided",
            "not available",
            "not applicable",
            "no",
            "noemail",
            "no email",
            "no phone",
            "tbc",
            "tbd",
            "-",
            "--",
            "---",
            "?",
            "??",
            "???",
            ".",
            "..",
            "...",
            "x",
            "xx",
            "xxx",
            "xxxx",
            "#n/a",
            "(none)",
            "(null)",
            "<null>");

    /** Letters that words begin with: most texts are told apart by their first. */
    private static final String FIRST_LETTERS = firstLetters();

    private static final int LONGEST_WORD = 14;

    private static final Set<String> LOCAL_PARTS = Set.of(
            "test",
            "noemail",
            "no-email",
            "no_email",
            "no.email",
            "nomail",
            "no-mail",
            "none",
            "null",
            "unknown",
            "noreply",
            "no-reply",
            "no_reply",
            "donotreply",
            "do-not-reply",
            "do_not_reply",
            "notprovided",
            "not-provided",
            "n/a",
            "undefined",
            "noone",
            "invalid");

    private static final Set<String> TWINS = Set.of("a", "aa", "aaa", "abc", "asd", "asdf", "x", "xx", "xxx", "qwerty");

    private static final Set<String> NAMES = Set.of(
            "test",
            "tester",
            "test test",
            "unknown",
            "not known",
            "unbekannt",
            "inconnu",
            "desconocido",
            "anonymous",
            "anonym",
            "no name",
            "noname",
            "not given",
            "n n",
            "n a",
            "not available",
            "not provided",
            "not applicable",
            "not stated",
            "no last name",
            "no first name",
            "first name",
            "firstname",
            "last name",
            "lastname",
            "surname",
            "given name",
            "fname",
            "lname",
            "asdf",
            "asd",
            "qwerty",
            "dummy",
            "deleted",
            "removed",
            "redacted",
            "missing",
            "blank",
            "keine angabe",
            "k a",
            "sin nombre",
            "customer",
            "guest customer");

    private Junk() {}

    private static String firstLetters() {
        StringBuilder letters = new StringBuilder();
        WORDS.forEach(word ->
                letters.append(word.charAt(0)).append(word.substring(0, 1).toUpperCase(Locale.ROOT)));
        return letters.toString();
    }

    /** The words of a text, folded; null when it says nothing. */
    static String words(String raw) {
        String folded = raw == null ? "" : Latin.words(raw);
        return folded.isEmpty() || isWord(folded) || isWord(Blank.strip(raw)) ? null : folded;
    }

    /** Whether the text stands for nothing. */
    public static boolean isWord(String text) {
        return text.isEmpty()
                || text.length() <= LONGEST_WORD
                        && FIRST_LETTERS.indexOf(text.charAt(0)) >= 0
                        && WORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a canonical address was written by somebody without one: test@test.com, noemail@shop.example. */
    public static boolean isEmail(String email) {
        int at = email.indexOf('@');
        String local = email.substring(0, at);
        int dot = email.indexOf('.', at);
        return LOCAL_PARTS.contains(local)
                || TWINS.contains(local) && email.substring(at + 1, dot).equals(local);
    }

    /** Whether a number was typed to fill a field: 0000, 000-0000, 1111111, 1234567. */
    public static boolean isNumber(String value) {
        int length = 0;
        char first = 0;
        char last = 0;
        boolean same = true;
        boolean rising = true;
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter >= '0' && letter <= '9') {
                if (length++ == 0) {
                    first = letter;
                } else {
                    same &= letter == first;
                    rising &= (letter - last + 10) % 10 == 1;
                }
                last = letter;
            } else if (" -+.()/".indexOf(letter) < 0) {
                return false;
            }
        }
        return length > 0
                && (same && (length >= 7 || length >= 4 && first == '0')
                        || rising && length >= 7 && (first == '1' || first == '0'));
    }

    /** Whether a folded name was written for want of one: test, unknown, xxx, 0000, asdf. */
    static boolean isName(String folded) {
        if (NAMES.contains(folded)) {
            return true;
        }
        boolean same = folded.length() > 2;
        boolean digits = true;
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            same &= letter == folded.charAt(0);
            digits &= letter >= '0' && letter <= '9' || letter == ' ';
        }
        return same || digits;
    }
}
