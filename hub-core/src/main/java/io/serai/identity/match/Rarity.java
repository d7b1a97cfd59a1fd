package io.serai.identity.match;

import java.util.Arrays;

/** How rare the values of a column are. */
final class Rarity {

    private final Column column;
    private final int[] bonus;
    private final long said;

    /** @param bonus of each class of {@link Bucket}, what its values say beyond their frequency */
    Rarity(Column column, int[] bonus) {
        this.column = column;
        this.bonus = bonus;
        long all = 0;
        for (int value = 0; value < column.size(); value++) {
            all += column.count(value);
        }
        said = all;
    }

    /** How often two records that say something say the same. */
    double collision() {
        double pairs = 0;
        for (int value = 0; value < column.size(); value++) {
            pairs += (double) column.count(value) * (column.count(value) - 1);
        }
        return Math.max(pairs, 1) / Math.max(1, (double) said * (said - 1));
    }

    int[] ofValues() {
        int[] rarities = new int[column.size()];
        for (int value = 0; value < rarities.length; value++) {
            rarities[value] = rarity(column.count(value));
        }
        return rarities;
    }

    /** Never more than all pairs of records together can show. */
    private int rarity(int count) {
        int rarity = Bits.of(Math.max(2.0, said) / Math.max(1, count - 1)) + bonus[Bucket.of(count)];
        return Math.min(rarity, Bits.of(Math.max(2, (double) said * (said - 1) / 2)));
    }

    Frequencies frequencies() {
        long[] listed = new long[column.size()];
        int size = 0;
        for (int value = 0; value < column.size(); value++) {
            if (column.count(value) > 2) {
                listed[size++] = column.hash(value);
            }
        }
        listed = Arrays.copyOf(listed, size);
        long[] order = listed.clone();
        Arrays.sort(order);
        short[] rarities = new short[size];
        for (int value = 0; value < column.size(); value++) {
            if (column.count(value) > 2) {
                rarities[Arrays.binarySearch(order, column.hash(value))] = (short) rarity(column.count(value));
            }
        }
        return new Frequencies(order, rarities, rarity(1));
    }
}
