package io.serai.identity.match;

import java.util.Arrays;

/** Integers that grow in number. */
final class IntArray {

    private int[] items;
    private int size;

    IntArray(int expected) {
        items = new int[Math.max(8, expected)];
    }

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int get(int at) {
        return items[at];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
