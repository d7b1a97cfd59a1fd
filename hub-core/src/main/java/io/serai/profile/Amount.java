package io.serai.profile;

import java.math.BigDecimal;

/** Numbers as people mean them: decimal, exact, whichever type they travelled in. */
public final class Amount {

    private static final int LONGEST = 40;

    private Amount() {}

    /**
     * The number a value is, or null: numbers themselves, and text that is nothing but a plain decimal number. A double stands
     * for the shortest decimal that reads as it, so 0.1 is one tenth.
     */
    public static BigDecimal of(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
        }
        if (value instanceof BigDecimal number) {
            return number;
        }
        return value instanceof String text ? parse(text) : null;
    }

    /** The number as a {@code Long} where it is a whole one that fits, else as the nearest {@code Double}. */
    public static Number plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        if (bare.scale() <= 0 && bare.precision() - bare.scale() <= 18) {
            return bare.longValueExact();
        }
        return bare.doubleValue();
    }

    /** The number as people write it: no exponent, no trailing zeros. */
    public static String text(Number number) {
        BigDecimal exact = of(number);
        if (exact == null) {
            return String.valueOf(number);
        }
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal parse(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return null;
        }
        boolean digits = false;
        boolean point = false;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == '.' && !point) {
                point = true;
            } else if (i > 0 || (c != '-' && c != '+')) {
                return null;
            }
        }
        return digits ? new BigDecimal(text) : null;
    }
}
