package io.serai.identity.match;

import java.util.List;

/** Compares records of a sample slot by slot, each pair of different values once while it is remembered. Of one thread. */
final class RowLevels {

    /** Both say something, and not the same. */
    static final int OPEN = -2;

    private static final int CACHE = 1 << 14;

    private final Slots slots;
    private final Column[] columns;
    private final int[][] rarities;
    private final long[][] asked;
    private final byte[][] answers;
    private final int given;
    private final int family;

    /** Of each slot the level; -1 where one of the two says nothing. */
    final int[] level;

    /** Of each slot that agrees wholly or is swapped, how rare what they share is. */
    final int[] rarity;

    /** @param rarities of each slot, of each value of its column */
    RowLevels(Sample sample, int[][] rarities) {
        slots = sample.slots();
        this.rarities = rarities;
        columns = new Column[slots.size()];
        asked = new long[slots.size()][];
        answers = new byte[slots.size()][];
        for (int slot = 0; slot < columns.length; slot++) {
            columns[slot] = sample.column(slot);
            int size = columns[slot].size() > sample.size() / 3 ? 1 : cacheSize(columns[slot].size());
            asked[slot] = new long[size];
            answers[slot] = new byte[size];
        }
        given = slots.given();
        family = slots.family();
        level = new int[slots.size()];
        rarity = new int[slots.size()];
    }

    private static int cacheSize(int values) {
        int pairs = values > 300 ? CACHE : Math.max(16, values * values);
        return Math.min(CACHE, Integer.highestOneBit(pairs) * 2);
    }

    void compare(int left, int right) {
        glance(left, right);
        for (int slot = 0; slot < level.length; slot++) {
            look(slot, left, right);
        }
        settle(left, right);
    }

    /** Sees only what is missing and what is the same; what has to be looked at is {@link #OPEN}. */
    void glance(int left, int right) {
        for (int slot = 0; slot < level.length; slot++) {
            int one = columns[slot].value(left);
            int two = columns[slot].value(right);
            level[slot] = one < 0 || two < 0 ? -1 : one == two ? slots.get(slot).top() : OPEN;
            rarity[slot] = one >= 0 && one == two ? rarities[slot][one] : 0;
        }
    }

    /** Compares what is open in a slot. */
    void look(int slot, int left, int right) {
        if (level[slot] == OPEN) {
            level[slot] = level(slot, columns[slot].value(left), columns[slot].value(right));
        }
    }

    /** Once all slots were looked at: names may stand in each other's place. */
    void settle(int left, int right) {
        if (given >= 0 && family >= 0 && level[given] <= 0) {
            if (level[family] == 0 && level[given] == 0) {
                swap(left, right);
            } else if (level[family] < 0) {
                loosen(left, right);
            }
        }
    }

    /** Whether names may stand in each other's place, after a glance. */
    boolean mayTurn(int left, int right) {
        return given >= 0
                && family >= 0
                && level[given] < 0
                && (level[family] == -1
                                && columns[family].looseValue(left) >= 0
                                && columns[family].looseValue(right) >= 0
                        || level[family] == OPEN && maySwap(left, right));
    }

    private void loosen(int left, int right) {
        Column column = columns[family];
        int one = column.looseValue(left);
        int two = column.looseValue(right);
        if (one < 0 || two < 0 || column.value(left) < 0 && column.value(right) < 0) {
            return;
        }
        int found = level(family, one, two);
        if (found > 0) {
            level[given] = -1;
            rarity[given] = 0;
            level[family] = found;
            rarity[family] = one == two ? rarities[family][one] : 0;
        }
    }

    /** The level of two values of a slot, by their numbers. */
    int level(int slot, int one, int two) {
        if (one == two) {
            return slots.get(slot).top();
        }
        long question = one < two ? (long) one << 32 | two : (long) two << 32 | one;
        long[] known = asked[slot];
        int at = (int) (question * 0x9e3779b97f4a7c15L >>> 40) & known.length - 1;
        if (known[at] == question) {
            return answers[slot][at];
        }
        Column column = columns[slot];
        int answer = column.comparison().level(column.parsed(one), column.parsed(two));
        known[at] = question;
        answers[slot][at] = (byte) answer;
        return answer;
    }

    /** Whether one's given name is the other's family name. */
    boolean maySwap(int left, int right) {
        return given >= 0 && family >= 0 && (crosses(left, right) || crosses(right, left));
    }

    private boolean crosses(int left, int right) {
        int one = columns[given].value(left);
        int two = columns[family].value(right);
        return one >= 0 && two >= 0 && columns[given].hash(one) == columns[family].hash(two);
    }

    private void swap(int left, int right) {
        if (!maySwap(left, right)) {
            return;
        }
        Slot slot = slots.get(given);
        Object leftGiven = columns[given].parsed(columns[given].value(left));
        Object leftFamily = columns[family].parsed(columns[family].value(left));
        Object rightGiven = columns[given].parsed(columns[given].value(right));
        Object rightFamily = columns[family].parsed(columns[family].value(right));
        int one = slot.comparison().level(leftGiven, rightFamily);
        int two = slot.comparison().level(leftFamily, rightGiven);
        if (Levels.isSwapped(slot, one, two)) {
            level[given] = slot.swapped();
            level[family] = -1;
            rarity[given] = Levels.swappedRarity(
                    slot,
                    one,
                    two,
                    rarities[given][columns[given].value(left)],
                    rarities[family][columns[family].value(left)]);
            rarity[family] = 0;
        }
    }

    List<Slot> slots() {
        return slots.all();
    }
}
