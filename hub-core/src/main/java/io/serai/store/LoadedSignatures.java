package io.serai.store;

import java.util.Arrays;

/** The signatures of a first load, a few numbers each; the first is at 0 and numbered 1 in the store. */
final class LoadedSignatures {

    private long[] hash = new long[1024];
    private long[] hash2 = new long[1024];
    private int[] feed = new int[1024];
    private int[] first = new int[1024];
    private int[] records = new int[1024];
    private long[] run = new long[1024];
    private long[] changed = new long[1024];
    private int size;

    /**
     * @param low and high, the fingerprint
     * @param record the place of the first that says it
     */
    void add(long low, long high, int ofFeed, int record, long inRun, long at) {
        if (size == hash.length) {
            grow();
        }
        hash[size] = low;
        hash2[size] = high;
        feed[size] = ofFeed;
        first[size] = record;
        records[size] = 1;
        run[size] = inRun;
        changed[size++] = at;
    }

    private void grow() {
        hash = Arrays.copyOf(hash, size * 2);
        hash2 = Arrays.copyOf(hash2, size * 2);
        feed = Arrays.copyOf(feed, size * 2);
        first = Arrays.copyOf(first, size * 2);
        records = Arrays.copyOf(records, size * 2);
        run = Arrays.copyOf(run, size * 2);
        changed = Arrays.copyOf(changed, size * 2);
    }

    /** One more record says it. */
    void again(int signature, long at) {
        records[signature]++;
        changed[signature] = at;
    }

    int size() {
        return size;
    }

    long hash(int signature) {
        return hash[signature];
    }

    long hash2(int signature) {
        return hash2[signature];
    }

    int feed(int signature) {
        return feed[signature];
    }

    int first(int signature) {
        return first[signature];
    }

    int records(int signature) {
        return records[signature];
    }

    long run(int signature) {
        return run[signature];
    }

    long changed(int signature) {
        return changed[signature];
    }
}
