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

    private record Value(String said, Object parsed, int rarity) {}

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
        Object[] parsed = new Object[said.length];
        int[] rarity = new int[said.length];
        for (int slot = 0; slot < said.length; slot++) {
            if (said[slot] != null) {
                Value value = value(slot, said[slot]);
                parsed[slot] = value.parsed();
                rarity[slot] = value.rarity();
            }
        }
        int family = slots.family();
        boolean loose = family >= 0 && slots.isLoose(family, said);
        Object meant = loose ? slots.get(family).comparison().parse(said[slots.given()]) : null;
        return new Portrait(parsed, rarity, loose ? family : -1, meant);
    }

    private Value value(int slot, String said) {
        Value[] values = kept[slot];
        int place = said.hashCode() & values.length - 1;
        Value known = values[place];
        if (known != null && known.said().equals(said)) {
            return known;
        }
        Slot compared = slots.get(slot);
        Object parsed = compared.comparison().parse(said);
        int rarity = parsed == null
                ? 0
                : frequencies.get(slot).rarity(Hashes.of(compared.comparison().canonical(parsed)));
        Value value = new Value(said, parsed, rarity);
        values[place] = value;
        return value;
    }
}
