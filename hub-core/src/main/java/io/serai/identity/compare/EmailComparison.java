package io.serai.identity.compare;

import java.util.List;

/** E-mail addresses, also broken ones. */
final class EmailComparison extends PlainComparison<Address> {

    private static final int DIFFERENT = 0;
    private static final int DOMAIN = 1;
    private static final int DIGITS = 2;
    private static final int ALIKE = 3;
    private static final int LOCAL = 4;
    private static final int LETTERS = 5;
    private static final int SLIPS = 6;
    private static final int MAILBOX = 7;
    private static final int SAME = 8;
    /** Parts before the at sign that are shorter say little. */
    private static final int TELLING = 4;

    EmailComparison() {
        super(
                Address.class,
                List.of(
                        "different",
                        "same private domain",
                        "same but for digits",
                        "alike before the at sign",
                        "same before the at sign",
                        "nearly the same letters",
                        "few letters apart",
                        "same mailbox",
                        "same"),
                List.of("whole", "mailbox", "before the at sign", "letters before the at sign", "private domain"));
    }

    @Override
    public Object parse(String raw) {
        String text = raw == null ? "" : EmailText.unwrapped(Blank.strip(raw)).replace(" ", "");
        if (text.length() < 3 || Junk.isWord(text)) {
            return null;
        }
        int at = text.lastIndexOf('@');
        return at > 0 && text.indexOf('.', at) > 0 && Junk.isEmail(text) ? null : new Address(text);
    }

    @Override
    int compare(Address left, Address right) {
        if (left.text.equals(right.text)) {
            return SAME;
        }
        if (left.mailbox.equals(right.mailbox)) {
            return MAILBOX;
        }
        if (left.domain.equals(right.domain) && left.undigited.equals(right.undigited)) {
            return DIGITS;
        }
        if (isFewSlips(left.text, left.letters, right.text, right.letters)) {
            return SLIPS;
        }
        if (left.hasNearlyTheLettersOf(right)) {
            return LETTERS;
        }
        int shorter = Math.min(left.local.length(), right.local.length());
        if (shorter >= TELLING) {
            if (left.local.equals(right.local)) {
                return LOCAL;
            }
            if (isFewSlips(left.local, left.localLetters, right.local, right.localLetters)) {
                return ALIKE;
            }
        }
        return left.domain.equals(right.domain) && !left.isPublic ? DOMAIN : DIFFERENT;
    }

    /** One slip for every eight letters, at least one and at most three. */
    private static boolean isFewSlips(String left, int leftLetters, String right, int rightLetters) {
        int allowed = Math.max(1, Math.min(3, Math.min(left.length(), right.length()) / 8));
        if (Math.abs(left.length() - right.length()) > allowed
                || Integer.bitCount(leftLetters ^ rightLetters) > 2 * allowed) {
            return false;
        }
        return Distance.osa(left, right) <= allowed;
    }

    @Override
    void give(Address address, AtomSink sink) {
        sink.atom(0, Hash.of(address.text));
        sink.atom(1, Hash.of(address.mailbox));
        sink.atom(2, Hash.of(address.local));
        String letters = address.localWithoutMarks();
        if (letters.length() >= TELLING) {
            sink.atom(3, Hash.of(letters));
        }
        if (!address.isPublic) {
            sink.atom(4, Hash.of(address.domain));
        }
    }
}
