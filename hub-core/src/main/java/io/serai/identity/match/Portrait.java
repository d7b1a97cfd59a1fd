package io.serai.identity.match;

/** What one record says in a model's fields, parsed once. Immutable; of one model only. */
public final class Portrait {

    private final Object[] parsed;
    private final int[] rarity;

    Portrait(Object[] parsed, int[] rarity) {
        this.parsed = parsed;
        this.rarity = rarity;
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
