package io.serai.identity.match;

import java.util.List;

/**
 * Makes portraits. Values that came lately are kept parsed: those who are compared with one another share most of what they
 * say. For any number of threads.
 */
public final class Portraits {

    /** Of each slot; a power of two. All slots together take some 20 MB. */
    private static final int KEPT = 1 << 13;

    private final Slots slots;
    private final List<Frequencies> frequencies;
    private final Value[][] kept;

    /** A text of one slot, for any number of threads. How rare it is, is found out when somebody says the same. */
    static final class Value {

        private final Slot slot;
        private final Frequencies frequencies;
        private final String said;
        private final Object parsed;
        /** Twice the rarity and one; 0 while nobody has asked, also to a thread that sees this before it is all made. */
        private int known;

        private Value(Slot slot, Frequencies frequencies, String said) {
            this.slot = slot;
            this.frequencies = frequencies;
            this.said = said;
            parsed = slot.comparison().parse(said);
        }

        Object parsed() {
            return parsed;
        }

        int rarity() {
            int rarity = known;
            if (rarity == 0) {
                rarity = parsed == null ? 1 : frequencies.rarity(hash()) << 1 | 1;
                known = rarity;
            }
            return rarity >> 1;
        }

        /** Of what it says, however it is written; 0 for nothing. */
        long hash() {
            return parsed == null ? 0 : Hashes.of(slot.comparison().canonical(parsed));
        }
    }

    private Portraits(Slots slots, List<Frequencies> frequencies, int kept) {
        this.slots = slots;
        this.frequencies = frequencies;
        this.kept = new Value[slots.size()][kept];
    }

    /** For very many portraits of a model. */
    public static Portraits of(Model model) {
        return new Portraits(model.slots(), model.frequencies(), KEPT);
    }

    /** For one now and then. */
    static Portraits of(Slots slots, List<Frequencies> frequencies) {
        return new Portraits(slots, frequencies, 1);
    }

    /**
     * What a record says.
     *
     * @param values aligned with the model's fields; null or blank says nothing
     */
    public Portrait of(List<String> values) {
        String[] said = slots.split(values);
        int family = slots.family();
        return new Portrait(this, said, family >= 0 && slots.isLoose(family, said) ? family : -1);
    }

    /** What a lone given name says when it is taken for the family's. */
    Value meant(int family, String[] said) {
        return value(family, said[slots.given()]);
    }

    Value value(int slot, String said) {
        Value[] values = kept[slot];
        int place = said.hashCode() & values.length - 1;
        Value known = values[place];
        if (known == null || !known.said.equals(said)) {
            known = new Value(slots.get(slot), frequencies.get(slot), said);
            values[place] = known;
        }
        return known;
    }
}
