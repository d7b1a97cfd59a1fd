package io.serai.identity.match;

/** Compares two portraits slot by slot. Not for several threads. */
final class Levels {

    private final Slots slots;
    private final int given;
    private final int family;

    /** Of each slot the level; -1 where one of the two says nothing. */
    final int[] level;

    /** Of each slot that agrees wholly or is swapped, how rare what they share is. */
    final int[] rarity;

    Levels(Slots slots) {
        this.slots = slots;
        given = slots.given();
        family = slots.family();
        level = new int[slots.size()];
        rarity = new int[slots.size()];
    }

    void compare(Portrait left, Portrait right) {
        for (int slot = 0; slot < level.length; slot++) {
            look(slot, left, right);
        }
        settle(left, right);
    }

    /** Compares one slot. */
    void look(int slot, Portrait left, Portrait right) {
        Object one = left.parsed(slot);
        Object two = one == null ? null : right.parsed(slot);
        Slot compared = slots.get(slot);
        level[slot] = two == null ? -1 : compared.comparison().level(one, two);
        rarity[slot] = level[slot] == compared.top() ? left.rarity(slot) : 0;
    }

    /** Once both names were looked at: they may stand in each other's place. */
    void settle(Portrait left, Portrait right) {
        if (given >= 0 && family >= 0 && level[given] <= 0) {
            if (level[family] == 0 && level[given] == 0) {
                swap(left, right);
            } else if (level[family] < 0) {
                loosen(left, right);
            }
        }
    }

    /** A lone name may be the other's family name, though it stands in the place of a given name. */
    private void loosen(Portrait left, Portrait right) {
        Object one = left.loose(family);
        Object two = right.loose(family);
        if (one == null || two == null || left.parsed(family) == null && right.parsed(family) == null) {
            return;
        }
        Slot slot = slots.get(family);
        int found = slot.comparison().level(one, two);
        if (found > 0) {
            level[given] = -1;
            level[family] = found;
            rarity[family] =
                    found < slot.top() ? 0 : left.parsed(family) == null ? right.rarity(family) : left.rarity(family);
        }
    }

    private void swap(Portrait left, Portrait right) {
        Slot slot = slots.get(given);
        int one = slot.comparison().level(left.parsed(given), right.parsed(family));
        int two = slot.comparison().level(left.parsed(family), right.parsed(given));
        if (isSwapped(slot, one, two)) {
            level[given] = slot.swapped();
            level[family] = -1;
            rarity[given] = left.content() <= right.content()
                    ? swappedRarity(slot, one, two, left.rarity(given), left.rarity(family))
                    : swappedRarity(slot, two, one, right.rarity(given), right.rarity(family));
            rarity[family] = 0;
        }
    }

    static boolean isSwapped(Slot slot, int one, int two) {
        return Math.min(one, two) >= 1 && Math.max(one, two) == slot.top();
    }

    /**
     * How rare swapped names are. A name is not as rare a given name as it is a family name: whose names are looked at is settled by
     * what the two say, so that it does not matter which of them is asked about first.
     */
    static int swappedRarity(Slot slot, int one, int two, int given, int family) {
        return (one == slot.top() ? given : 0) + (two == slot.top() ? family : 0);
    }
}
