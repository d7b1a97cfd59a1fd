package io.serai.identity.match;

/** Numbers different longs from 0 in the order of coming. */
final class LongNumbers {

    private long[] keys;
    private int[] numbers;
    private int size;

    LongNumbers(int expected) {
        int capacity = Integer.highestOneBit(Math.max(4, expected)) * 2;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    /** The number of the key, a new one when it was never seen. */
    int of(long key) {
        int at = place(key);
        if (numbers[at] == 0) {
            keys[at] = key;
            numbers[at] = ++size;
            if (size * 4L > keys.length * 3L) {
                grow();
            }
            return size - 1;
        }
        return numbers[at] - 1;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) Hashes.mixed(key) & mask;
        while (numbers[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] before = keys;
        int[] numbersBefore = numbers;
        keys = new long[before.length * 2];
        numbers = new int[keys.length];
        for (int i = 0; i < before.length; i++) {
            if (numbersBefore[i] != 0) {
                int at = place(before[i]);
                keys[at] = before[i];
                numbers[at] = numbersBefore[i];
            }
        }
    }

    /** The number of the key; -1 when it was never seen. */
    int known(long key) {
        return numbers[place(key)] - 1;
    }

    int size() {
        return size;
    }
}
