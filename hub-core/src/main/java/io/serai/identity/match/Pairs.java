package io.serai.identity.match;

import java.util.Arrays;

/** Compared pairs to learn from: of each the levels, how rare what agrees is, and the pass that gave it. */
final class Pairs {

    /** The pass of pairs that were drawn blindly. */
    static final int BLIND = -1;

    private static final int CHUNK = 4096;

    private final int slots;
    private byte[] levels;
    private short[] rarities;
    private short[] passes = new short[1024];
    private int[] lefts = new int[1024];
    private int[] rights = new int[1024];
    private int size;

    Pairs(int slots) {
        this.slots = slots;
        levels = new byte[1024 * slots];
        rarities = new short[1024 * slots];
    }

    /** Adds a pair that is yet to be compared. */
    void add(int left, int right, int pass) {
        if (size == passes.length) {
            passes = Arrays.copyOf(passes, size * 2);
            lefts = Arrays.copyOf(lefts, size * 2);
            rights = Arrays.copyOf(rights, size * 2);
            levels = Arrays.copyOf(levels, levels.length * 2);
            rarities = Arrays.copyOf(rarities, rarities.length * 2);
        }
        lefts[size] = left;
        rights[size] = right;
        passes[size++] = (short) pass;
    }

    /**
     * Adds a pair.
     *
     * @param level of each slot; -1 where one of the two says nothing
     * @param rarity of each slot, of what is shared
     */
    void add(int left, int right, int pass, int[] level, int[] rarity) {
        add(left, right, pass);
        put(size - 1, level, rarity);
    }

    private void put(int pair, int[] level, int[] rarity) {
        for (int slot = 0; slot < slots; slot++) {
            levels[pair * slots + slot] = (byte) level[slot];
            rarities[pair * slots + slot] = (short) rarity[slot];
        }
    }

    /** Compares all pairs. */
    void compare(Sample sample, int[][] rarityOfValues, int threads) {
        ThreadLocal<RowLevels> rows = ThreadLocal.withInitial(() -> new RowLevels(sample, rarityOfValues));
        Parallel.run(threads, size, CHUNK, (from, to) -> {
            RowLevels compared = rows.get();
            for (int pair = from; pair < to; pair++) {
                compared.compare(lefts[pair], rights[pair]);
                put(pair, compared.level, compared.rarity);
            }
        });
    }

    int size() {
        return size;
    }

    int left(int pair) {
        return lefts[pair];
    }

    int right(int pair) {
        return rights[pair];
    }

    int pass(int pair) {
        return passes[pair];
    }

    /** Fills in the level of each slot. */
    void levels(int pair, int[] into) {
        for (int slot = 0; slot < slots; slot++) {
            into[slot] = levels[pair * slots + slot];
        }
    }

    int rarity(int pair, int slot) {
        return rarities[pair * slots + slot];
    }
}
