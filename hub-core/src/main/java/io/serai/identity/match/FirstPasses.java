package io.serai.identity.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The passes that pairs are drawn from while nothing is known but how often values meet by chance. */
final class FirstPasses {

    private static final int MOST_PASSES = 24;

    private final Keyed keyed;
    private final Chances chances;

    FirstPasses(Keyed keyed, Chances chances) {
        this.keyed = keyed;
        this.chances = chances;
    }

    /** For every two slots the pass that finds most without being flooded by chance. */
    List<Pass> choose() {
        List<Pass> passes = new ArrayList<>();
        int slots = keyed.sample().slots().size();
        for (int one = 0; one < slots; one++) {
            for (int two = one + 1; two < slots; two++) {
                Pass best = best(one, two);
                if (best != null) {
                    passes.add(best);
                }
            }
        }
        passes.sort(Comparator.comparingDouble(chances::pairs).reversed());
        return passes.size() > MOST_PASSES ? List.copyOf(spread(passes)) : passes;
    }

    /** Each slot is left free by as many as possible. */
    private List<Pass> spread(List<Pass> passes) {
        List<Pass> chosen = new ArrayList<>();
        int[] used = new int[keyed.sample().slots().size()];
        List<Pass> left = new ArrayList<>(passes);
        while (chosen.size() < MOST_PASSES) {
            Pass next = left.get(0);
            for (Pass pass : left) {
                if (uses(used, pass) < uses(used, next)) {
                    next = pass;
                }
            }
            left.remove(next);
            chosen.add(next);
            for (int slot : next.slots()) {
                used[slot]++;
            }
        }
        return chosen;
    }

    private static int uses(int[] used, Pass pass) {
        int uses = 0;
        for (int slot : pass.slots()) {
            uses += used[slot];
        }
        return uses;
    }

    private Pass best(int one, int two) {
        Pass best = null;
        double most = 0;
        for (int i = 0; i < keyed.kinds(one); i++) {
            for (int j = 0; j < keyed.kinds(two); j++) {
                Pass pass = new Pass(new int[] {one, two}, new int[] {i, j});
                double expected = chances.pairs(pass);
                if (expected > most && expected <= keyed.size() * .5) {
                    best = pass;
                    most = expected;
                }
            }
        }
        return best;
    }
}
