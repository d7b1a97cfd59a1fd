package io.serai.identity;

import io.serai.identity.compare.EmailText;
import io.serai.identity.compare.Junk;

/**
 * Addresses in lower case, out of {@code mailto:} and angle brackets. Dots and plus tags stay: to providers that ignore them
 * they are one address, to others two.
 */
final class EmailNormaliser implements Normaliser {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_LABEL = 63;

    @Override
    public String normalise(String text) {
        String email = EmailText.unwrapped(text);
        return email.length() <= LONGEST && isAddress(email) && !Junk.isEmail(email) ? email : null;
    }

    private static boolean isAddress(String email) {
        int at = email.indexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || email.charAt(0) == '.' || email.charAt(at - 1) == '.') {
            return false;
        }
        for (int i = 0; i < at; i++) {
            char letter = email.charAt(i);
            boolean fits = Character.isLetterOrDigit(letter) || ".!#$%&'*+/=?^_`{|}~-".indexOf(letter) >= 0;
            if (!fits && !Character.isSurrogate(letter)) {
                return false;
            }
        }
        return isDomain(email, at + 1);
    }

    private static boolean isDomain(String email, int start) {
        int labels = 0;
        int from = start;
        while (from <= email.length()) {
            int dot = email.indexOf('.', from);
            int to = dot < 0 ? email.length() : dot;
            if (to == from || to - from > LONGEST_LABEL || email.charAt(from) == '-' || email.charAt(to - 1) == '-') {
                return false;
            }
            for (int i = from; i < to; i++) {
                if (!Character.isLetterOrDigit(email.charAt(i)) && email.charAt(i) != '-') {
                    return false;
                }
            }
            labels++;
            if (dot < 0) {
                return labels > 1 && to - from > 1 && !Character.isDigit(email.charAt(from));
            }
            from = dot + 1;
        }
        return false;
    }
}
