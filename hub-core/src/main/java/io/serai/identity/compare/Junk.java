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

    /** The words of a text, folded; null when it says nothing. */
    static String words(String raw) {
        String folded = raw == null ? "" : Latin.words(raw);
        return folded.isEmpty() || isWord(folded) || isWord(Blank.strip(raw)) ? null : folded;
    }

    /** Whether the text stands for nothing. */
    public static boolean isWord(String text) {
        return text.isEmpty() || text.length() <= 14 && WORDS.contains(text.toLowerCase(Locale.ROOT));
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
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter >= '0' && letter <= '9') {
                digits.append(letter);
            } else if (" -+.()/".indexOf(letter) < 0) {
                return false;
            }
        }
        int length = digits.length();
        boolean same = length > 0;
        boolean rising = length > 0;
        for (int i = 1; i < length; i++) {
            same &= digits.charAt(i) == digits.charAt(0);
            rising &= (digits.charAt(i) - digits.charAt(i - 1) + 10) % 10 == 1;
        }
        return same && (length >= 7 || length >= 4 && digits.charAt(0) == '0')
                || rising && length >= 7 && (digits.charAt(0) == '1' || digits.charAt(0) == '0');
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
