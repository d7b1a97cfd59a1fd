package io.serai.identity.match;

/** Numbers different longs from 0 in the order of coming. */
final class LongNumbers {

    private long[] keys;
    private int[] numbers;
    private int size;

    LongNumbers(int expected) {
        int capacity = Integer.highestOneBit(Math.max(4, expected)) * 4;
        keys = new long[capacity];
        numbers = new int[capacity];
    }

    /** The number of the key, a new one when it was never seen. There must be no more keys than expected. */
    int of(long key) {
        int mask = keys.length - 1;
        int at = (int) Hashes.mixed(key) & mask;
        while (numbers[at] != 0) {
            if (keys[at] == key) {
                return numbers[at] - 1;
            }
            at = at + 1 & mask;
        }
        keys[at] = key;
        numbers[at] = ++size;
        return size - 1;
    }

    /** The number of the key; -1 when it was never seen. */
    int known(long key) {
        int mask = keys.length - 1;
        int at = (int) Hashes.mixed(key) & mask;
        while (numbers[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return numbers[at] - 1;
    }

    int size() {
        return size;
    }
}
