package io.serai.identity;

import io.serai.identity.compare.Distance;
import io.serai.identity.compare.KnownNames;

/** How far apart two canonical names may be and still be one person's. */
final class Names {

    private Names() {}

    /** Equal, an initial, a nickname, a second given name left out, or a slip of the keyboard. */
    static boolean compatible(String left, String right) {
        String one = first(left);
        String two = first(right);
        if (one.length() == 1 || two.length() == 1) {
            return one.charAt(0) == two.charAt(0);
        }
        return similar(one, two) || KnownNames.areForms(one, two);
    }

    private static String first(String name) {
        int space = name.indexOf(' ');
        return space > 0 ? name.substring(0, space) : name;
    }

    /** Equal, or one slip of the keyboard apart when long enough to tell. */
    static boolean similar(String left, String right) {
        return left.equals(right) || Math.min(left.length(), right.length()) >= 4 && Distance.isOne(left, right);
    }
}
