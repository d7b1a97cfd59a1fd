package io.serai.identity.match;

import java.util.Arrays;
import java.util.List;

/**
 * Compared pairs as lists of places in one flat table of slot, context and level, without the slots that their pass is made
 * of. Pairs that say the same are one item that counts several times.
 */
final class Places {

    private final int[] starts;
    private final int[] levels;
    private final int size;
    private final IntArray from = new IntArray(1 << 14);
    private final IntArray at = new IntArray(1 << 17);
    private final IntArray rarities = new IntArray(1 << 14);
    private final IntArray passes = new IntArray(1 << 14);
    private final int[] times;
    private final int[] items;
    private final boolean[] explained;
    private final int[] slotOf;
    private final IntArray shared = new IntArray(1 << 14);
    private final Contexts contexts;

    private Places(Contexts contexts, int pairs) {
        this.contexts = contexts;
        List<Slot> slots = contexts.slots().all();
        starts = new int[slots.size()];
        levels = new int[slots.size()];
        int next = 0;
        for (int slot = 0; slot < starts.length; slot++) {
            starts[slot] = next;
            levels[slot] = slots.get(slot).levels();
            next += Contexts.COUNT * levels[slot];
        }
        size = next;
        explained = new boolean[size];
        slotOf = new int[size];
        for (int slot = 0; slot < starts.length; slot++) {
            Arrays.fill(explained, start(slot, 1), start(slot, Contexts.COUNT), true);
            Arrays.fill(slotOf, start(slot, 0), start(slot, Contexts.COUNT), slot);
        }
        times = new int[pairs];
        items = new int[pairs];
        from.add(0);
    }

    static Places of(Contexts contexts, List<Pass> passes, Pairs pairs) {
        Places places = new Places(contexts, pairs.size());
        LongNumbers known = new LongNumbers(pairs.size());
        int[] some = new int[contexts.slots().size()];
        int[] levels = new int[some.length];
        for (int pair = 0; pair < pairs.size(); pair++) {
            int pass = pairs.pass(pair) == Pairs.BLIND ? passes.size() : pairs.pass(pair);
            int count = 0;
            int rarity = 0;
            int shared = 0;
            long hash = pass;
            pairs.levels(pair, levels);
            for (int slot = 0; slot < some.length; slot++) {
                int level = levels[slot];
                if (level >= 0 && (pass == passes.size() || !passes.get(pass).uses(slot))) {
                    rarity += pairs.rarity(pair, slot);
                    some[count] = places.start(slot, contexts.of(slot, levels)) + level;
                    hash = Hashes.of(hash, some[count++]);
                } else if (level >= 0) {
                    shared += pairs.rarity(pair, slot);
                }
            }
            int item = known.of(Hashes.of(hash, (long) rarity << 32 | shared));
            if (item + 1 == places.from.size()) {
                places.append(some, count, rarity, pass);
                places.shared.add(shared);
            }
            places.times[item]++;
            places.items[pair] = item;
        }
        return places;
    }

    private void append(int[] some, int count, int rarity, int pass) {
        for (int i = 0; i < count; i++) {
            at.add(some[i]);
        }
        from.add(at.size());
        rarities.add(rarity);
        passes.add(pass);
    }

    /** How many places the table has. */
    int size() {
        return size;
    }

    /** The place of the lowest level of a slot in a context. */
    int start(int slot, int context) {
        return starts[slot] + context * levels[slot];
    }

    int levels(int slot) {
        return levels[slot];
    }

    /** Whether a place is of the context where another slot explains this one. */
    boolean isExplained(int place) {
        return explained[place];
    }

    Contexts contexts() {
        return contexts;
    }

    int[] flat(int[][][] weights) {
        int[] flat = new int[size];
        for (int slot = 0; slot < starts.length; slot++) {
            for (int context = 0; context < Contexts.COUNT; context++) {
                System.arraycopy(weights[slot][context], 0, flat, start(slot, context), levels[slot]);
            }
        }
        return flat;
    }

    int items() {
        return from.size() - 1;
    }

    int item(int pair) {
        return items[pair];
    }

    int from(int item) {
        return from.get(item);
    }

    int to(int item) {
        return from.get(item + 1);
    }

    int place(int index) {
        return at.get(index);
    }

    int rarity(int item) {
        return rarities.get(item);
    }

    /** How rare what is shared in the slots of the pass is. */
    int shared(int item) {
        return shared.get(item);
    }

    /** The level of a place. */
    int level(int place) {
        int slot = slotOf[place];
        return (place - starts[slot]) % levels[slot];
    }

    int slot(int place) {
        return slotOf[place];
    }

    int pass(int item) {
        return passes.get(item);
    }

    int times(int item) {
        return times[item];
    }
}
