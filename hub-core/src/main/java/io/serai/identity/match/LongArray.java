package io.serai.identity.match;

import java.util.Arrays;

/** Longs that grow in number. */
final class LongArray {

    private long[] items;
    private int size;

    LongArray(int expected) {
        items = new long[Math.max(8, expected)];
    }

    void add(long item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    long get(int at) {
        return items[at];
    }

    int size() {
        return size;
    }

    long[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
