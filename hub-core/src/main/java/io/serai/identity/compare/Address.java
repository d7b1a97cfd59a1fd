package io.serai.identity.compare;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;

/** An e-mail address, taken apart. */
final class Address {

    private static final Set<String> DOTS_IGNORED = Set.of("gmail.com", "googlemail.com");
    private static final Set<String> TAGS_IGNORED = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "icloud.com",
            "me.com",
            "fastmail.com",
            "protonmail.com",
            "proton.me",
            "pm.me");
    private static final Set<String> PUBLIC = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "yahoo.co.uk",
            "yahoo.fr",
            "yahoo.de",
            "yahoo.es",
            "yahoo.it",
            "yahoo.co.in",
            "yahoo.com.br",
            "yahoo.ca",
            "yahoo.com.au",
            "ymail.com",
            "hotmail.com",
            "hotmail.co.uk",
            "hotmail.fr",
            "hotmail.de",
            "hotmail.es",
            "hotmail.it",
            "outlook.com",
            "outlook.de",
            "outlook.fr",
            "outlook.es",
            "live.com",
            "live.co.uk",
            "live.nl",
            "live.fr",
            "msn.com",
            "aol.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "gmx.de",
            "gmx.net",
            "gmx.at",
            "gmx.ch",
            "gmx.com",
            "web.de",
            "t-online.de",
            "freenet.de",
            "arcor.de",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "laposte.net",
            "sfr.fr",
            "libero.it",
            "virgilio.it",
            "tiscali.it",
            "alice.it",
            "mail.ru",
            "yandex.ru",
            "rambler.ru",
            "bk.ru",
            "inbox.ru",
            "list.ru",
            "wp.pl",
            "o2.pl",
            "onet.pl",
            "interia.pl",
            "seznam.cz",
            "qq.com",
            "163.com",
            "126.com",
            "sina.com",
            "naver.com",
            "daum.net",
            "hanmail.net",
            "rediffmail.com",
            "uol.com.br",
            "bol.com.br",
            "terra.com.br",
            "ig.com.br",
            "comcast.net",
            "verizon.net",
            "att.net",
            "sbcglobal.net",
            "bellsouth.net",
            "cox.net",
            "charter.net",
            "btinternet.com",
            "sky.com",
            "virginmedia.com",
            "talktalk.net",
            "bigpond.com",
            "optusnet.com.au",
            "ziggo.nl",
            "kpnmail.nl",
            "xs4all.nl",
            "planet.nl",
            "telenet.be",
            "skynet.be",
            "bluewin.ch",
            "protonmail.com",
            "proton.me",
            "fastmail.com",
            "mail.com",
            "zoho.com",
            "example.com",
            "example.org",
            "example.net");

    final String text;
    /** Before the at sign; all of it when there is none. */
    final String local;
    /** After it; empty when there is none. */
    final String domain;
    /** Where mail to it arrives: without what the provider ignores. */
    final String mailbox;
    /** Which letters are in it, as in a word. */
    final int letters;

    final int localLetters;
    /** Before the at sign, without digits: other digits are often a namesake's. */
    final String undigited;
    /** All its letters and digits in order of the alphabet. */
    final String sorted;
    /** Whether anybody may have an address at the domain. */
    final boolean isPublic;

    Address(String text) {
        int at = text.lastIndexOf('@');
        this.text = text;
        this.local = at > 0 ? text.substring(0, at) : text;
        this.domain = at > 0 ? text.substring(at + 1) : "";
        this.mailbox = at > 0 ? once(mailbox(local, domain), text) : text;
        this.letters = Word.letters(text);
        this.localLetters = Word.letters(local);
        this.undigited = only(local, letter -> letter < '0' || letter > '9');
        this.sorted = sorted(text);
        this.isPublic = domain.isEmpty() || PUBLIC.contains(domain);
    }

    private static String once(String made, String known) {
        return made.equals(known) ? known : made;
    }

    /** Before the at sign, letters only. */
    String localWithoutMarks() {
        return only(undigited, Character::isLetter);
    }

    private static String only(String text, IntPredicate which) {
        char[] left = new char[text.length()];
        int length = 0;
        for (int i = 0; i < left.length; i++) {
            if (which.test(text.charAt(i))) {
                left[length++] = text.charAt(i);
            }
        }
        return length == left.length ? text : new String(left, 0, length);
    }

    private static String sorted(String text) {
        char[] letters = only(text, Character::isLetterOrDigit).toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    /** Whether at most one in five letters, counted, has no counterpart in the other: letters lost, doubled or mixed up. */
    boolean hasNearlyTheLettersOf(Address other) {
        int longer = Math.max(sorted.length(), other.sorted.length());
        int allowed = longer / 5;
        if (longer < 8
                || Math.abs(sorted.length() - other.sorted.length()) > allowed
                || Integer.bitCount(letters ^ other.letters) > allowed) {
            return false;
        }
        int i = 0;
        int j = 0;
        int apart = 0;
        while (apart <= allowed && i < sorted.length() && j < other.sorted.length()) {
            int order = sorted.charAt(i) - other.sorted.charAt(j);
            apart += order == 0 ? 0 : 1;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return apart + sorted.length() - i + other.sorted.length() - j <= allowed;
    }

    private static String mailbox(String local, String domain) {
        String box = local;
        int plus = box.indexOf('+');
        if (plus > 0 && TAGS_IGNORED.contains(domain)) {
            box = box.substring(0, plus);
        }
        if (DOTS_IGNORED.contains(domain)) {
            return box.replace(".", "") + "@gmail.com";
        }
        return box + '@' + domain;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address address && text.equals(address.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
