package io.serai.profile;

import java.math.BigDecimal;

/**
 * A decimal sum without drift. Amounts of at most two decimals, nearly all there are, are added as whole hundredths.
 *
 * <p>A double that is the nearest one to a number of hundredths below 2^46 stands for exactly that number, because decimals of
 * up to 15 digits survive the way to a double and back.
 */
final class ExactSum {

    private static final double LARGEST = 1L << 46;

    private long hundredths;
    private BigDecimal rest = BigDecimal.ZERO;

    /** Adds a number, or text that is one; false for anything else, which is left out. */
    boolean add(Object value) {
        if (value instanceof Double number) {
            double scaled = Math.rint(number * 100);
            if (Math.abs(scaled) < LARGEST && scaled / 100 == number) {
                addHundredths((long) scaled);
                return true;
            }
        } else if (value instanceof Long number && number < 1L << 46 && number > -1L << 46) {
            addHundredths(number * 100);
            return true;
        }
        BigDecimal amount = Amount.of(value);
        if (amount == null) {
            return false;
        }
        rest = rest.add(amount);
        return true;
    }

    BigDecimal total() {
        return BigDecimal.valueOf(hundredths, 2).add(rest);
    }

    private void addHundredths(long amount) {
        hundredths += amount;
        if (Math.abs(hundredths) > 1L << 61) {
            rest = rest.add(BigDecimal.valueOf(hundredths, 2));
            hundredths = 0;
        }
    }
}
