package io.serai.identity.compare;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Phone numbers as E.164. A number counts when its length is possible in its country: a number from a range that was opened
 * yesterday is still somebody's. Plainly written numbers of common plans are recognised without the library, and answers are
 * kept, a bounded number of them.
 */
public final class PhoneNumbers {

    /** A power of two. */
    private static final int KEPT = 8192;

    private static final int LONGEST = 40;

    /**
     * A numbering plan in which every national number has the same length.
     *
     * @param code the country's calling code
     * @param trunk what comes before a number within the country; empty for nothing
     * @param length digits of a national number
     * @param first digits that a national number begins with
     */
    private record Plan(String code, String trunk, int length, String first) {}

    private static final Map<String, Plan> PLANS = Map.of(
            "GB", new Plan("44", "0", 10, "1237"),
            "US", new Plan("1", "1", 10, "23456789"),
            "CA", new Plan("1", "1", 10, "23456789"),
            "FR", new Plan("33", "0", 9, "1234567"),
            "ES", new Plan("34", "", 9, "6789"));

    private record Answer(String text, String number) {}

    private final String region;
    private final Plan plan;
    private final AtomicReferenceArray<Answer> answers = new AtomicReferenceArray<>(KEPT);

    /** @param region ISO country of numbers without a prefix; empty for none */
    public PhoneNumbers(String region) {
        this.region = region == null || region.isEmpty() ? null : region;
        this.plan = region == null ? null : PLANS.get(region);
    }

    /**
     * The number as E.164.
     *
     * @param text without white space around it, not empty
     * @return null when the text is no number, or one that stands for nothing
     */
    public String normalise(String text) {
        if (text.length() > LONGEST || Junk.isNumber(text)) {
            return null;
        }
        String plain = plan == null ? null : plainlyWritten(text);
        if (plain != null) {
            return isFiller(plain) ? null : plain;
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 15) & KEPT - 1;
        Answer answer = answers.get(slot);
        if (answer == null || !answer.text().equals(text)) {
            answer = new Answer(text, byLibrary(text, region));
            answers.set(slot, answer);
        }
        return answer.number();
    }

    /** Null when the number is not of the region's plan or is written in a way that needs a closer look. */
    String plainlyWritten(String text) {
        StringBuilder digits = new StringBuilder(16);
        boolean plus = text.charAt(0) == '+';
        for (int i = plus ? 1 : 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= '0' && letter <= '9') {
                digits.append(letter);
            } else if (letter != ' ' && letter != '-') {
                return null;
            }
        }
        String prefix = plus ? plan.code() : plan.trunk();
        int length = digits.length() - prefix.length();
        if (length != plan.length()
                || digits.indexOf(prefix) != 0
                || plan.first().indexOf(digits.charAt(prefix.length())) < 0) {
            return null;
        }
        return '+' + plan.code() + digits.substring(prefix.length());
    }

    /** What the library says. */
    static String byLibrary(String text, String region) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = library.parse(text, region);
            if (library.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                return null;
            }
            String formatted = library.format(number, PhoneNumberFormat.E164);
            return isFiller(formatted) ? null : formatted;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** Whether the last seven digits are the same: nobody was given +440000000000. */
    private static boolean isFiller(String number) {
        int last = number.length() - 1;
        for (int i = last; i > last - 7; i--) {
            if (i < 0 || number.charAt(i) != number.charAt(last)) {
                return false;
            }
        }
        return true;
    }
}
