package io.serai.identity.match;

import java.util.Arrays;
import java.util.List;

/**
 * Records to learn from or to match, in memory and compact: each different value of a field is held once. Filled by one
 * thread, then read by many.
 */
public final class Sample {

    private final Slots slots;
    private final Column[] columns;
    private int size;
    private int[] order;

    /** @param fields what the records say, in this order */
    public Sample(List<Field> fields) {
        slots = new Slots(fields);
        columns = new Column[slots.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Column(slots.get(i).comparison());
        }
    }

    /** Adds a record; it gets the next number, from 0. Null or blank says nothing. */
    public void add(List<String> values) {
        String[] said = slots.split(values);
        for (int i = 0; i < columns.length; i++) {
            if (slots.isLoose(i, said)) {
                columns[i].addLoose(said[slots.given()]);
            } else {
                columns[i].add(said[i]);
            }
        }
        size++;
    }

    /** How many records there are. */
    public int size() {
        return size;
    }

    /** What the records say. */
    public List<Field> fields() {
        return slots.fields();
    }

    Slots slots() {
        return slots;
    }

    /**
     * No record comes after this. From here on records are numbered in the order of what they say, so that nothing depends on
     * the order in which they came.
     */
    Sample closed(int threads) {
        if (order == null) {
            for (Column column : columns) {
                column.close(threads);
            }
            order = order();
            int[] table = new int[size * columns.length];
            Parallel.run(threads, columns.length, 1, (from, to) -> {
                for (int column = from; column < to; column++) {
                    columns[column].arrange(order, table, columns.length, column);
                }
            });
        }
        return this;
    }

    private int[] order() {
        long[] content = new long[size];
        for (Column column : columns) {
            for (int row = 0; row < size; row++) {
                int value = column.value(row);
                content[row] = Hashes.of(content[row], value < 0 ? 0 : column.hash(value));
            }
        }
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
        long low = (1L << bits) - 1;
        long[] sorted = new long[size];
        for (int row = 0; row < size; row++) {
            sorted[row] = content[row] & ~low | row;
        }
        Arrays.sort(sorted);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = (int) (sorted[i] & low);
        }
        return rows;
    }

    /** The number that a record got when it was added. */
    int original(int row) {
        return order[row];
    }

    Column column(int slot) {
        return columns[slot];
    }
}
