package io.serai.identity.match;

import java.util.List;

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
        List<Slot> all = slots.all();
        for (int slot = 0; slot < level.length; slot++) {
            Object one = left.parsed(slot);
            Object two = right.parsed(slot);
            level[slot] =
                    one == null || two == null ? -1 : all.get(slot).comparison().level(one, two);
            rarity[slot] = level[slot] == all.get(slot).top() ? left.rarity(slot) : 0;
        }
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
            rarity[given] = swappedRarity(slot, one, two, left.rarity(given), left.rarity(family));
            rarity[family] = 0;
        }
    }

    static boolean isSwapped(Slot slot, int one, int two) {
        return Math.min(one, two) >= 1 && Math.max(one, two) == slot.top();
    }

    static int swappedRarity(Slot slot, int one, int two, int given, int family) {
        return (one == slot.top() ? given : 0) + (two == slot.top() ? family : 0);
    }
}
