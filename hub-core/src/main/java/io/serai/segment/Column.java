package io.serai.segment;

/**
 * One trait of a block of people: a number, a text or nothing for each.
 *
 * <p>Numbers are doubles: decimals of up to 15 digits, all money among them, compare as exactly as they were written. Whole
 * numbers of 2^53 and more are kept as text, which compares exactly too.
 */
public final class Column {

    private static final long EXACT = 1L << 53;

    private final double[] numbers;
    private final String[] texts;

    /** A column of people of whom nothing is known yet. */
    public Column(int size) {
        numbers = new double[size];
        texts = new String[size];
        java.util.Arrays.fill(numbers, Double.NaN);
    }

    /**
     * Sets or replaces the value of a row.
     *
     * @param value {@code Long}, {@code Integer}, {@code Double} or {@code String}; null for none
     */
    public void set(int row, Object value) {
        numbers[row] = Double.NaN;
        texts[row] = null;
        if (value instanceof Double number) {
            numbers[row] = number;
        } else if (value instanceof Long || value instanceof Integer) {
            setWhole(row, ((Number) value).longValue());
        } else if (value != null) {
            texts[row] = value.toString();
        }
    }

    private void setWhole(int row, long number) {
        if (number > -EXACT && number < EXACT) {
            numbers[row] = number;
        } else {
            texts[row] = Long.toString(number);
        }
    }

    /** The number of rows. */
    public int size() {
        return numbers.length;
    }

    /** The number of a row; {@code NaN} when it has none. */
    public double number(int row) {
        return numbers[row];
    }

    /** The text of a row; null when it has none. */
    public String text(int row) {
        return texts[row];
    }

    /** The value of a row: {@code Double}, {@code String}, or null when there is none. */
    public Object value(int row) {
        return Double.isNaN(numbers[row]) ? texts[row] : (Object) numbers[row];
    }
}
