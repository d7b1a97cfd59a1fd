package io.serai.segment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One trait of a block of people: a number, a text or nothing for each. Each different value stands once, and is looked at once.
 *
 * <p>Numbers are doubles: decimals of up to 15 digits, all money among them, compare as exactly as they were written. Whole
 * numbers of 2^53 and more are kept as text, which compares exactly too.
 */
public final class Column {

    private static final long EXACT = 1L << 53;

    private final List<Object> values;
    private final int[] codes;
    private Map<Object, Integer> known;

    /** A column of people of whom nothing is known yet. */
    public Column(int size) {
        this(List.of(), new int[size]);
    }

    /**
     * A column as {@link #values} and {@link #codes} gave it.
     *
     * @param codes becomes the column's
     */
    public Column(List<Object> values, int[] codes) {
        this.values = new ArrayList<>(values);
        this.codes = codes;
    }

    /**
     * Sets or replaces the value of a row.
     *
     * @param value {@code Long}, {@code Integer}, {@code Double} or {@code String}; null for none
     */
    public void set(int row, Object value) {
        codes[row] = value == null || Double.valueOf(Double.NaN).equals(value) ? 0 : code(plain(value));
    }

    private int code(Object value) {
        if (known == null) {
            known = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                known.put(values.get(i), i + 1);
            }
        }
        Integer code = known.get(value);
        if (code == null) {
            values.add(value);
            code = values.size();
            known.put(value, code);
        }
        return code;
    }

    private static Object plain(Object value) {
        if (value instanceof Double) {
            return value;
        }
        if (value instanceof Long || value instanceof Integer) {
            long number = ((Number) value).longValue();
            return number > -EXACT && number < EXACT ? (Object) (double) number : Long.toString(number);
        }
        return value.toString();
    }

    /** The number of rows. */
    public int size() {
        return codes.length;
    }

    /** The text of a row; null when it has none. */
    public String text(int row) {
        return value(row) instanceof String text ? text : null;
    }

    /** The value of a row: {@code Double}, {@code String}, or null when there is none. */
    public Object value(int row) {
        return codes[row] == 0 ? null : values.get(codes[row] - 1);
    }

    /** The different values, {@code Double} or {@code String}; not to be changed. */
    public List<Object> values() {
        return values;
    }

    /** For each row which of the values it has, counted from 1; 0 for none. Not to be changed. */
    public int[] codes() {
        return codes;
    }

    /** The rows whose value is one that is wanted. */
    BitSet where(Predicate<Object> wanted, boolean missing) {
        long[] holds = new long[values.size() + 1];
        holds[0] = missing ? 1 : 0;
        for (int i = 1; i < holds.length; i++) {
            holds[i] = wanted.test(values.get(i - 1)) ? 1 : 0;
        }
        long[] words = new long[(codes.length + 63) / 64];
        for (int row = 0; row < codes.length; row++) {
            words[row >> 6] |= holds[codes[row]] << row;
        }
        return BitSet.valueOf(words);
    }
}
