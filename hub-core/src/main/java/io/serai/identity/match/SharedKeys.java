package io.serai.identity.match;

import java.util.Arrays;

/**
 * Who shares a key with whom, of keys that are known already. Records are numbered from 0. Filled by one thread, then read by many.
 */
public final class SharedKeys {

    private final IntArray bearers = new IntArray(1 << 10);
    /** Of each key, where its bearers begin. */
    private final IntArray starts = new IntArray(1 << 10);
    /** By record, where its keys begin, and the numbers of those keys. */
    private int[] firsts = {};

    private int[] keys = {};

    /**
     * Adds a key.
     *
     * @param records who bear it, ascending, each once; as many as {@code count} says, which is 2 or more
     */
    public void add(int[] records, int count) {
        starts.add(bearers.size());
        for (int i = 0; i < count; i++) {
            bearers.add(records[i]);
        }
    }

    /** How many bytes it takes to find everybody's company, about. */
    public long bytes() {
        return 2L * Integer.BYTES * bearers.size() + Integer.BYTES * starts.size();
    }

    /** To be called before anybody is asked for; no key may be added after that. */
    public void complete(int records) {
        starts.add(bearers.size());
        firsts = new int[records + 1];
        for (int i = 0; i < bearers.size(); i++) {
            firsts[bearers.get(i) + 1]++;
        }
        Arrays.parallelPrefix(firsts, Integer::sum);
        keys = new int[bearers.size()];
        int[] next = firsts.clone();
        for (int key = 0; key + 1 < starts.size(); key++) {
            for (int i = starts.get(key); i < starts.get(key + 1); i++) {
                keys[next[bearers.get(i)]++] = key;
            }
        }
    }

    /** Those with a higher number than a record who share a key with it, ascending, each once. */
    public int[] after(int record) {
        IntArray company = new IntArray(16);
        for (int at = firsts[record]; at < firsts[record + 1]; at++) {
            int first = starts.get(keys[at]);
            for (int i = starts.get(keys[at] + 1) - 1; i > first && bearers.get(i) > record; i--) {
                company.add(bearers.get(i));
            }
        }
        int[] sorted = company.toArray();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, size);
    }
}
