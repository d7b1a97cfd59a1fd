package io.serai.identity.match;

/**
 * What one record says in a model's fields; of one model only. A slot is parsed when it is first asked for, because most pairs are
 * seen to be different people by a few of them. For any number of threads.
 */
public final class Portrait {

    private final Portraits portraits;
    private final String[] said;
    private final Portraits.Value[] values;
    private final int looseSlot;
    private Portraits.Value loose;

    /** @param looseSlot a slot that says nothing, but may be meant by what the given name says; -1 for none */
    Portrait(Portraits portraits, String[] said, int looseSlot) {
        this.portraits = portraits;
        this.said = said;
        this.looseSlot = looseSlot;
        values = new Portraits.Value[said.length];
    }

    /** Whether anything is written in the slot, or may be meant. */
    boolean isWritten(int slot) {
        return said[slot] != null || slot == looseSlot;
    }

    /** What it says in the slot, or may mean. */
    Object loose(int slot) {
        if (slot != looseSlot) {
            return parsed(slot);
        }
        Portraits.Value known = loose;
        if (known == null) {
            known = portraits.meant(slot, said);
            loose = known;
        }
        return known.parsed();
    }

    Object parsed(int slot) {
        return said[slot] == null ? null : value(slot).parsed();
    }

    /** How rare the slot's value is; 0 where it says nothing. */
    int rarity(int slot) {
        return said[slot] == null ? 0 : value(slot).rarity();
    }

    /** Puts portraits in an order that follows from what they say, the one in which a {@link Sample} has them. */
    long content() {
        long content = 0;
        for (int slot = 0; slot < said.length; slot++) {
            content = Hashes.of(content, said[slot] == null ? 0 : value(slot).hash());
        }
        return content;
    }

    private Portraits.Value value(int slot) {
        Portraits.Value known = values[slot];
        if (known == null) {
            known = portraits.value(slot, said[slot]);
            values[slot] = known;
        }
        return known;
    }

    /** Whether nothing can be compared. */
    public boolean isSilent() {
        for (int slot = 0; slot < said.length; slot++) {
            if (parsed(slot) != null) {
                return false;
            }
        }
        return true;
    }
}
