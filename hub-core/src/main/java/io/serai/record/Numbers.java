package io.serai.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers from what sources send: plain decimals with a point, nothing else, so that 1.234,50 is never read as 1.23. */
final class Numbers {

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d[\\d., ']*[.,]\\d+");

    private Numbers() {}

    /** A {@code Long} when it is whole and fits, else a {@code Double}; null when it is no number. */
    static Number parse(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Number number) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? real : null;
        }
        return value instanceof String text ? parseText(text) : null;
    }

    /** To so many decimals, halves away from zero: a {@code Long} for 0 decimals. */
    static Number round(Number number, int decimals) {
        BigDecimal exact = number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(number.toString());
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        return decimals == 0 && rounded.precision() < 19 ? (Number) rounded.longValue() : rounded;
    }

    /** Why a text is no number, when there is more to say. */
    static String advice(Object value) {
        boolean grouped = value instanceof String text && GROUPED.matcher(text).matches();
        return grouped ? ": write digits and one decimal point, no separators" : "";
    }

    private static Number parseText(String text) {
        boolean whole = true;
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = (c == '-' || c == '+') && (i == 0 || text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E');
            boolean exponent = (c == 'e' || c == 'E') && digits;
            if (c >= '0' && c <= '9') {
                digits = true;
            } else if (c == '.' || exponent) {
                whole = false;
            } else if (!sign) {
                return null;
            }
        }
        try {
            if (whole && text.length() < 19) {
                return digits ? Long.parseLong(text) : null;
            }
            double real = Double.parseDouble(text);
            return digits && Double.isFinite(real) ? real : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
