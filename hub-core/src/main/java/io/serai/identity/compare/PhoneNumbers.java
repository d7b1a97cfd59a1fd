package io.serai.identity.compare;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
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

    private record Answer(String text, String number) {}

    private final String region;
    private final NumberingPlan plan;
    private final AtomicReferenceArray<Answer> answers = new AtomicReferenceArray<>(KEPT);

    /** @param region ISO country of numbers without a prefix; empty for none */
    public PhoneNumbers(String region) {
        this.region = region == null || region.isEmpty() ? null : region;
        this.plan = region == null ? null : NumberingPlan.ofRegion(region);
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
        String plain = plainlyWritten(text);
        if (plain != null) {
            return plain.equals(NumberingPlan.NONE) || isFiller(plain) ? null : plain;
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

    /**
     * {@link NumberingPlan#NONE} when it is certainly no number; null when the number is of no plan that is known here, or is
     * written in a way that needs a closer look.
     */
    String plainlyWritten(String text) {
        char[] digits = new char[text.length() + 3];
        boolean plus = text.charAt(0) == '+';
        int length = 0;
        for (int i = plus ? 1 : 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= '0' && letter <= '9') {
                digits[length++] = letter;
            } else if (letter != ' ' && letter != '-' && letter != '.' && letter != '(' && letter != ')') {
                return null;
            }
        }
        if (plus) {
            return withCode(digits, 0, length);
        }
        if (plan == null) {
            return null;
        }
        if (digits[0] == '0' && digits[1] == '0') {
            return plan.abroad().equals("00") ? withCode(digits, 2, length) : null;
        }
        if (!plan.trunk().isEmpty() && begins(digits, plan.trunk())) {
            return plan.afterTrunk(digits, length);
        }
        return begins(digits, plan.code()) ? null : plan.number(digits, 0, length);
    }

    private static String withCode(char[] digits, int from, int length) {
        NumberingPlan abroad = NumberingPlan.ofCode(digits, from);
        return abroad == null
                ? null
                : abroad.number(digits, from + abroad.code().length(), length);
    }

    private static boolean begins(char[] digits, String with) {
        for (int i = 0; i < with.length(); i++) {
            if (digits[i] != with.charAt(i)) {
                return false;
            }
        }
        return true;
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
