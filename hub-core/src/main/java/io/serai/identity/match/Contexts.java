package io.serai.identity.match;

import io.serai.identity.compare.Kind;
import java.util.Arrays;

/**
 * In which context each slot is judged: by whether the slot that it depends on agrees (a tree of dependence: Chow and Liu
 * 1968). So a move counts once, not as street, postcode and town; and an address made of a name says little more than the
 * name.
 *
 * @param slots what is compared
 * @param parent of each slot, the slot that it depends on, or {@link #NONE} or {@link #NAMES}
 */
record Contexts(Slots slots, int[] parent) {

    /** How many contexts there are: nothing is known of what the slot depends on, that agrees, that is different. */
    static final int COUNT = 3;

    /** The context of a slot of which that differs on which it depends: somebody moved. */
    static final int DIFFERS = 2;

    static final int NONE = -1;
    /** What is made of names: the family name agrees, or else the given name does. */
    static final int NAMES = -2;

    private static final int UNKNOWN = 0;
    private static final int AGREES = 1;
    private static final int GIVEN_AGREES = 2;

    /** What is known before anything is learned: people make their mail addresses of their names. */
    static Contexts usual(Slots slots) {
        int[] parent = new int[slots.size()];
        Arrays.fill(parent, NONE);
        for (int slot = 0; slot < parent.length; slot++) {
            if (slots.get(slot).kind() == Kind.EMAIL && (slots.given() >= 0 || slots.family() >= 0)) {
                parent[slot] = NAMES;
            }
        }
        return new Contexts(slots, parent);
    }

    /** With what was found for slots that depend on nothing yet. */
    Contexts with(int[] found) {
        int[] all = parent.clone();
        for (int slot = 0; slot < all.length; slot++) {
            all[slot] = all[slot] == NONE ? found[slot] : all[slot];
        }
        return new Contexts(slots, all);
    }

    boolean isAlone(int slot) {
        return parent[slot] == NONE;
    }

    /** Whether who has another value in the slot that this one depends on has another one here, too. */
    boolean movesWithParent(int slot) {
        return parent[slot] >= 0 && slots.get(parent[slot]).mayMove();
    }

    /**
     * The context of a slot.
     *
     * @param levels of all slots; -1 where one of two records says nothing
     */
    int of(int slot, int[] levels) {
        int above = parent[slot];
        if (above < 0) {
            return above == NAMES ? ofNames(levels) : UNKNOWN;
        }
        int level = levels[above];
        if (level < 0) {
            return UNKNOWN;
        }
        Slot on = slots.get(above);
        return on.agrees(level) ? AGREES : level == 0 && on.mayMove() ? DIFFERS : UNKNOWN;
    }

    private int ofNames(int[] levels) {
        if (agrees(slots.family(), levels)) {
            return AGREES;
        }
        if (!agrees(slots.given(), levels)) {
            return UNKNOWN;
        }
        return levels[slots.given()] == slots.get(slots.given()).swapped() ? AGREES : GIVEN_AGREES;
    }

    private boolean agrees(int slot, int[] levels) {
        return slot >= 0 && levels[slot] >= 0 && slots.get(slot).agrees(levels[slot]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contexts that && Arrays.equals(parent, that.parent);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parent);
    }
}
