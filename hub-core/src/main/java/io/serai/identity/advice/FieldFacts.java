package io.serai.identity.advice;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What was seen of one field. */
final class FieldFacts {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{5,19}[0-9]");
    private static final int LOOKED_AT = 2000;

    private final Set<String> sources = new TreeSet<>();
    private final Sayings sayings = new Sayings();
    private long filled;
    private long filledOfPeople;
    private long looked;
    private long emails;
    private long phones;
    private long compact;

    /** A record says it. */
    void fill(String source, String value, boolean toProfile) {
        sources.add(source);
        filled++;
        filledOfPeople += toProfile ? 1 : 0;
        if (looked < LOOKED_AT) {
            looked++;
            emails += EMAIL.matcher(value).matches() ? 1 : 0;
            phones += PHONE.matcher(value).matches() ? 1 : 0;
            compact += value.length() <= 40 && value.indexOf(' ') < 0 ? 1 : 0;
        }
    }

    Sayings sayings() {
        return sayings;
    }

    Set<String> sources() {
        return sources;
    }

    long filled() {
        return filled;
    }

    /** By how many records of mappings to profile. */
    long filledOfPeople() {
        return filledOfPeople;
    }

    boolean looksLikeEmails() {
        return looked > 0 && emails * 10 >= looked * 8;
    }

    boolean looksLikePhones() {
        return looked > 0 && phones * 10 >= looked * 8;
    }

    boolean looksLikeIds() {
        return looked > 0 && compact * 10 >= looked * 9;
    }
}
