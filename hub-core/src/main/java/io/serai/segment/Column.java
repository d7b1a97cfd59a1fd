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

    /** Values as they are stored, which are made out only as far as a question asks. */
    public interface Stored {

        /** The number of rows. */
        int size();

        /** The number of values. */
        int count();

        /**
         * The rows whose value is a wanted one; the caller's to change.
         *
         * @param wanted for each value, counted from 1, 1 or 0; in the first place for none
         */
        BitSet where(byte[] wanted);

        /** The rows that have a value; the caller's to change. */
        BitSet present();

        /** For each row which of the values it has, counted from 1; 0 for none. The caller's to change. */
        int[] codes();

        /** The values, {@code Double} or {@code String}; some may stand several times. */
        List<Object> values();
    }

    private final Stored stored;
    private final List<Object> added = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private List<Object> values;
    private int[] codes;

    /** A column of people of whom nothing is known yet. */
    public Column(int size) {
        stored = null;
        values = List.of();
        codes = new int[size];
    }

    /** A column as it is stored. */
    public Column(Stored stored) {
        this.stored = stored;
    }

    /**
     * Sets or replaces the value of a row.
     *
     * @param value {@code Long}, {@code Integer}, {@code Double} or {@code String}; null for none
     */
    public void set(int row, Object value) {
        codes()[row] = value == null || Double.valueOf(Double.NaN).equals(value) ? 0 : code(plain(value));
    }

    private int code(Object value) {
        Integer code = known.get(value);
        if (code == null) {
            added.add(value);
            code = count() + added.size();
            known.put(value, code);
        }
        return code;
    }

    /** A value as columns hold it: {@code Double} or {@code String}. */
    public static Object plain(Object value) {
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
        return codes == null ? stored.size() : codes.length;
    }

    /** The text of a row; null when it has none. */
    public String text(int row) {
        return value(row) instanceof String text ? text : null;
    }

    /** The value of a row: {@code Double}, {@code String}, or null when there is none. */
    public Object value(int row) {
        int code = codes()[row];
        if (code == 0) {
            return null;
        }
        return code <= count() ? first().get(code - 1) : added.get(code - count() - 1);
    }

    /** The values, {@code Double} or {@code String}. */
    public List<Object> values() {
        List<Object> all = new ArrayList<>(first());
        all.addAll(added);
        return all;
    }

    /** How many values are as they are stored; they come before those that were set. */
    private int count() {
        return stored == null ? 0 : stored.count();
    }

    private List<Object> first() {
        if (values == null) {
            values = stored.values();
        }
        return values;
    }

    /** For each row which of the values it has, counted from 1; 0 for none. Not to be changed. */
    public int[] codes() {
        if (codes == null) {
            codes = stored.codes();
        }
        return codes;
    }

    /** The rows whose value is one that is wanted. */
    BitSet where(Predicate<Object> wanted, boolean missing) {
        byte[] holds = new byte[count() + added.size() + 1];
        holds[0] = (byte) (missing ? 1 : 0);
        for (int i = 1; i < holds.length; i++) {
            Object value = i <= count() ? first().get(i - 1) : added.get(i - count() - 1);
            holds[i] = (byte) (wanted.test(value) ? 1 : 0);
        }
        if (codes == null) {
            return stored.where(holds);
        }
        long[] words = new long[(codes.length + 63) / 64];
        for (int row = 0; row < codes.length; row++) {
            words[row >> 6] |= (long) holds[codes[row]] << row;
        }
        return BitSet.valueOf(words);
    }

    /** The rows that have a value, whichever. */
    BitSet present() {
        return codes == null ? stored.present() : where(value -> true, false);
    }
}
