package io.serai.identity.match;

/**
 * The blocks of one pass.
 *
 * @param starts of each block, its first place in {@code rows}; one more at the end
 * @param rows ascending within each block
 */
record PassBlocks(int[] starts, int[] rows) {

    int blocks() {
        return starts.length - 1;
    }

    /** All pairs of its records, those counted that several blocks give. */
    long pairs() {
        long pairs = 0;
        for (int block = 0; block < blocks(); block++) {
            long size = starts[block + 1] - starts[block];
            pairs += size * (size - 1) / 2;
        }
        return pairs;
    }

    /** Of keys that at most so many records bear. */
    static PassBlocks of(Keyed keyed, Pass pass, int limit) {
        return of(keyed, pass, limit, 1, 1);
    }

    /** Of some keys only: one in so many, whichever. */
    static PassBlocks ofSome(Keyed keyed, Pass pass, int limit, int oneIn) {
        return of(keyed, pass, limit, oneIn, 1);
    }

    /** Of every so manieth record only. */
    static PassBlocks ofEvery(Keyed keyed, Pass pass, int limit, int step) {
        return of(keyed, pass, limit, 1, step);
    }

    private static PassBlocks of(Keyed keyed, Pass pass, int limit, int oneIn, int step) {
        int expected = keyed.size() / step / oneIn + 1;
        IntArray owners = new IntArray(expected);
        LongArray keys = new LongArray(expected);
        keyed.keys(pass).forEach(step, (row, key) -> {
            if (oneIn == 1 || (Hashes.mixed(key) >>> 33) % oneIn == 0) {
                owners.add(row);
                keys.add(key);
            }
        });
        return new Grouping(keys, owners).blocks(limit);
    }
}
