package io.serai.identity.match;

import io.serai.identity.compare.Comparison;
import java.util.Arrays;

/** What all records say in one slot: each different value once, and of each record the number of its value. */
final class Column {

    private final Comparison comparison;
    private LongNumbers raw = new LongNumbers(64);
    private String[] texts = new String[64];
    private int[] values = new int[1024];
    private int rows;
    private int width = 1;
    private int offset;

    private Object[] parsed;
    private long[] hashes;
    private int[] counts;
    private int[] bearers;

    Column(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Not after {@link #close}. */
    void add(String text) {
        put(text == null || text.isEmpty() ? -1 : number(text));
    }

    /** Adds a row that says nothing here, but may be found and compared by what it says elsewhere. */
    void addLoose(String text) {
        put(-2 - number(text));
    }

    private void put(int value) {
        if (rows == values.length) {
            values = Arrays.copyOf(values, rows * 2);
        }
        values[rows++] = value;
    }

    /** Texts are known by their hashes: two of a million with the same are one case in many million files. */
    private int number(String text) {
        int number = raw.of(Hashes.of(text));
        if (number == texts.length) {
            texts = Arrays.copyOf(texts, number * 2);
        }
        texts[number] = texts[number] == null ? text : texts[number];
        return number;
    }

    /** Parses every different text once and lets texts of one canonical value be one. */
    void close(int threads) {
        if (raw == null) {
            return;
        }
        int size = raw.size();
        raw = null;
        Object[] all = new Object[size];
        long[] hashOf = new long[size];
        Parallel.run(threads, size, 4096, (from, to) -> {
            for (int i = from; i < to; i++) {
                all[i] = comparison.parse(texts[i]);
                hashOf[i] = all[i] == null ? 0 : Hashes.of(comparison.canonical(all[i]));
                texts[i] = null;
            }
        });
        texts = null;
        unite(all, hashOf);
    }

    private void unite(Object[] all, long[] hashOf) {
        int[] number = new int[all.length];
        LongNumbers numbers = new LongNumbers(all.length);
        for (int i = 0; i < all.length; i++) {
            number[i] = all[i] == null ? -1 : numbers.of(hashOf[i]);
        }
        parsed = new Object[numbers.size()];
        hashes = new long[numbers.size()];
        counts = new int[numbers.size()];
        for (int i = 0; i < all.length; i++) {
            if (number[i] >= 0 && parsed[number[i]] == null) {
                parsed[number[i]] = all[i];
                hashes[number[i]] = hashOf[i];
            }
        }
        values = Arrays.copyOf(values, rows);
        bearers = new int[numbers.size()];
        for (int row = 0; row < rows; row++) {
            boolean loose = values[row] < -1;
            int text = loose ? -2 - values[row] : values[row];
            int value = text < 0 ? -1 : number[text];
            values[row] = loose && value >= 0 ? -2 - value : value;
            if (value >= 0) {
                bearers[value]++;
                counts[value] += loose ? 0 : 1;
            }
        }
    }

    /** Moves the values of the rows, in a new order, to a table where what one row says is together. */
    void arrange(int[] order, int[] table, int columns, int place) {
        for (int row = 0; row < rows; row++) {
            table[row * columns + place] = values[order[row]];
        }
        values = table;
        width = columns;
        offset = place;
    }

    Comparison comparison() {
        return comparison;
    }

    /** The number of a record's value; -1 when it says nothing. */
    int value(int row) {
        return Math.max(-1, values[row * width + offset]);
    }

    /** The same, or where it says nothing here, the number of the value by which it may be found. */
    int looseValue(int row) {
        int value = values[row * width + offset];
        return value < -1 ? -2 - value : value;
    }

    /** How many different values there are. */
    int size() {
        return parsed.length;
    }

    Object parsed(int value) {
        return parsed[value];
    }

    long hash(int value) {
        return hashes[value];
    }

    /** How many records say it. */
    int count(int value) {
        return counts[value];
    }

    /** How many records may be found by it. */
    int bearers(int value) {
        return bearers[value];
    }
}
