package io.serai.identity.match;

import io.serai.identity.compare.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The model of a hub that has learned nothing yet: what is usual for each kind of field, with a cautious prior. */
final class StandardModel {

    /** As if one pair in a million were the same person. */
    private static final int PRIOR = -2000;

    /** As if households were rarer still: more of the people who are alike are one person. */
    private static final int PRIOR_OF_HOUSEHOLDS = -2400;

    private static final int BLOCK_LIMIT = 100;

    private StandardModel() {}

    static Model of(List<Field> fields) {
        Slots slots = new Slots(fields);
        int[] parent = new int[slots.size()];
        int[][][] same = new int[slots.size()][Contexts.COUNT][];
        int[][][] house = new int[slots.size()][Contexts.COUNT][];
        List<Frequencies> frequencies = new ArrayList<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = -1;
            Slot slot = slots.get(i);
            int usual = Usual.rarity(slot.kind());
            Arrays.fill(same[i], weights(slot, usual, Usual.same(slot)));
            Arrays.fill(
                    house[i],
                    Usual.house(slot) == null ? ofStrangers(slot, usual) : weights(slot, usual, Usual.house(slot)));
            frequencies.add(Frequencies.unknown(usual));
        }
        Evidence evidence = new Evidence(parent, same, house, PRIOR, PRIOR_OF_HOUSEHOLDS);
        return new Model(slots, evidence, frequencies, passes(slots), Calibration.NONE, BLOCK_LIMIT);
    }

    /** What says nothing about who lives together: the rarity that is added for a whole agreement is taken back. */
    private static int[] ofStrangers(Slot slot, int usual) {
        int[] weights = new int[slot.levels()];
        weights[slot.top()] = -usual;
        return weights;
    }

    private static int[] weights(Slot slot, int usual, double[] seen) {
        int[] weights = new int[slot.levels()];
        int against = Bits.of(seen[0]);
        for (int level = 1; level < slot.top(); level++) {
            weights[level] = against + (usual * 2 / 3 - against) * level / slot.top();
        }
        weights[0] = against;
        weights[slot.top()] = Bits.of(seen[slot.top()]);
        weights[slot.swapped()] = Bits.of(seen[slot.swapped()]);
        return weights;
    }

    private static List<Pass> passes(Slots slots) {
        List<Pass> passes = new ArrayList<>();
        for (int one = 0; one < slots.size(); one++) {
            if (isPointed(slots.get(one).kind())) {
                passes.add(new Pass(new int[] {one}, new int[] {0}));
            }
            for (int two = one + 1; two < slots.size(); two++) {
                if (Usual.rarity(slots.get(one).kind())
                                + Usual.rarity(slots.get(two).kind())
                        >= 1100) {
                    passes.add(new Pass(new int[] {one, two}, new int[] {0, 0}));
                }
            }
        }
        return passes;
    }

    private static boolean isPointed(Kind kind) {
        return kind == Kind.EMAIL || kind == Kind.PHONE;
    }
}
