package io.serai.identity.match;

/** What one record says in a model's fields, parsed once. Immutable; of one model only. */
public final class Portrait {

    private final Object[] parsed;
    private final int[] rarity;
    private final int looseSlot;
    private final Object loose;

    /**
     * @param rarity of each slot, how rare its value is
     * @param looseSlot a slot that says nothing, but may be meant by what another says; -1 for none
     * @param loose what it would say
     */
    Portrait(Object[] parsed, int[] rarity, int looseSlot, Object loose) {
        this.parsed = parsed;
        this.rarity = rarity;
        this.looseSlot = looseSlot;
        this.loose = loose;
    }

    /** What it says in the slot, or may mean. */
    Object loose(int slot) {
        return slot == looseSlot ? loose : parsed[slot];
    }

    Object parsed(int slot) {
        return parsed[slot];
    }

    int rarity(int slot) {
        return rarity[slot];
    }

    /** Whether nothing can be compared. */
    public boolean isSilent() {
        for (Object value : parsed) {
            if (value != null) {
                return false;
            }
        }
        return true;
    }
}
