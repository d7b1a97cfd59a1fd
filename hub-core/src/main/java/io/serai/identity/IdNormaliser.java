package io.serai.identity;

import io.serai.identity.compare.Blank;
import io.serai.identity.compare.Junk;

/** Numbers and names that a system gave: "NC 100 001" is NC100001; upper and lower case are kept apart. */
final class IdNormaliser implements Normaliser {

    @Override
    public String normalise(String text) {
        if (Junk.isWord(text) || Junk.isNumber(text)) {
            return null;
        }
        boolean spaced = false;
        for (int i = 0; i < text.length() && !spaced; i++) {
            spaced = Blank.is(text.charAt(i));
        }
        if (!spaced) {
            return text;
        }
        StringBuilder id = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Blank.is(text.charAt(i))) {
                id.append(text.charAt(i));
            }
        }
        return id.toString();
    }
}
