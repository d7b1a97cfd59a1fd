package io.serai.identity.compare;

import java.text.Normalizer;
import java.util.Locale;

/** How people and programs write e-mail addresses. */
public final class EmailText {

    private EmailText() {}

    /** The address out of {@code Ann <ann@example.org>} and {@code mailto:ann@example.org?subject=x}, in lower case. */
    public static String unwrapped(String text) {
        String email = text;
        int open = email.lastIndexOf('<');
        if (open >= 0 && email.endsWith(">")) {
            email = Blank.strip(email.substring(open + 1, email.length() - 1));
        }
        if (email.regionMatches(true, 0, "mailto:", 0, 7)) {
            email = Blank.strip(email.substring(7));
            int query = email.indexOf('?', email.indexOf('@') + 1);
            email = query > 0 ? email.substring(0, query) : email;
        }
        email = email.toLowerCase(Locale.ROOT);
        return isAscii(email) ? email : Normalizer.normalize(email, Normalizer.Form.NFKC);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
