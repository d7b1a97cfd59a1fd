package io.serai.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the passes by what they find for what they cost: of pairs that are surely one person, those that a pass would give,
 * each the less worth the more passes give it already (greedy cover), within a budget of pairs.
 */
final class PassChooser {

    private static final int MOST_PASSES = 20;
    private static final int MOST_KNOWN = 6_000;
    /** What another pass adds for a pair that one gives already. */
    private static final double AGAIN = .4;

    private final Keyed keyed;
    private final Chances chances;
    private final int limit;
    private final double budget;
    private final int[] lefts;
    private final int[] rights;
    private final double[] worth;
    private final List<Pass> options = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();
    private final List<long[]> finds = new ArrayList<>();

    /**
     * @param known pairs that are surely one person
     * @param budget how many pairs all passes together may give
     */
    PassChooser(Keyed keyed, Chances chances, List<int[]> known, double[] worth, int limit, double budget) {
        this.keyed = keyed;
        this.chances = chances;
        this.limit = limit;
        this.budget = budget;
        int step = Math.max(1, known.size() / MOST_KNOWN);
        int size = (known.size() + step - 1) / step;
        lefts = new int[size];
        rights = new int[size];
        this.worth = new double[size];
        for (int i = 0; i < size; i++) {
            lefts[i] = known.get(i * step)[0];
            rights[i] = known.get(i * step)[1];
            this.worth[i] = worth[i * step];
        }
    }

    List<Pass> choose() {
        List<int[]> atoms = new ArrayList<>();
        List<int[]> shared = new ArrayList<>();
        for (int slot = 0; slot < keyed.sample().slots().size(); slot++) {
            for (int atom = 0; atom < keyed.kinds(slot); atom++) {
                atoms.add(new int[] {slot, atom});
                shared.add(shared(slot, atom));
            }
        }
        for (int i = 0; i < atoms.size(); i++) {
            consider(atoms, shared, i);
            for (int j = i + 1; j < atoms.size(); j++) {
                if (atoms.get(i)[0] != atoms.get(j)[0]) {
                    consider(atoms, shared, i, j);
                    for (int k = j + 1; k < atoms.size(); k++) {
                        if (atoms.get(j)[0] != atoms.get(k)[0]) {
                            consider(atoms, shared, i, j, k);
                        }
                    }
                }
            }
        }
        return greedy();
    }

    /** Of each known pair, how many bear what it shares; 0 where it shares nothing. */
    private int[] shared(int slot, int atom) {
        int[] shared = new int[lefts.length];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = chances.shared(slot, atom, lefts[i], rights[i]);
        }
        return shared;
    }

    private void consider(List<int[]> atoms, List<int[]> shared, int... chosen) {
        Pass pass = new Pass(new int[chosen.length], new int[chosen.length]);
        for (int i = 0; i < chosen.length; i++) {
            pass.slots()[i] = atoms.get(chosen[i])[0];
            pass.atoms()[i] = atoms.get(chosen[i])[1];
        }
        double cost = chances.pairs(pass);
        if (cost > budget / 3) {
            return;
        }
        long[] found = new long[(lefts.length + 63) / 64];
        int count = 0;
        for (int pair = 0; pair < lefts.length; pair++) {
            double bearers = keyed.size();
            for (int part : chosen) {
                bearers *= (double) shared.get(part)[pair] / keyed.size();
            }
            if (bearers > 0 && bearers <= limit) {
                found[pair >> 6] |= 1L << pair;
                count++;
            }
        }
        if (count > lefts.length / 100) {
            options.add(pass);
            costs.add(Math.max(cost, keyed.size() * .05));
            finds.add(found);
        }
    }

    private List<Pass> greedy() {
        List<Pass> chosen = new ArrayList<>();
        double[] left = worth.clone();
        double all = Arrays.stream(worth).sum();
        boolean[] done = new boolean[options.size()];
        double[] gains = new double[options.size()];
        Arrays.fill(gains, Double.MAX_VALUE);
        double spent = 0;
        while (chosen.size() < MOST_PASSES) {
            int best = best(left, done, gains, spent);
            if (best < 0 || gains[best] < all * 2e-4) {
                break;
            }
            done[best] = true;
            double cost = measured(options.get(best));
            if (cost > 2 * costs.get(best)) {
                costs.set(best, cost);
                done[best] = cost > budget / 3;
                continue;
            }
            spent += cost;
            chosen.add(options.get(best));
            for (int pair = 0; pair < left.length; pair++) {
                if ((finds.get(best)[pair >> 6] & 1L << pair) != 0) {
                    left[pair] *= AGAIN;
                }
            }
        }
        return chosen;
    }

    private int best(double[] left, boolean[] done, double[] gains, double spent) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < gains.length; i++) {
            if (done[i] || spent + costs.get(i) > budget || rank(gains[i], costs.get(i)) <= most) {
                continue;
            }
            gains[i] = gain(finds.get(i), left);
            if (rank(gains[i], costs.get(i)) > most) {
                best = i;
                most = rank(gains[i], costs.get(i));
            }
        }
        return best;
    }

    private double rank(double gain, double cost) {
        return gain / StrictMath.sqrt(cost);
    }

    private static double gain(long[] finds, double[] left) {
        double gain = 0;
        for (int word = 0; word < finds.length; word++) {
            for (long bits = finds[word]; bits != 0; bits &= bits - 1) {
                gain += left[word * 64 + Long.numberOfTrailingZeros(bits)];
            }
        }
        return gain;
    }

    /** How many pairs the pass gives: the atoms of a pass depend on each other more than one thinks. */
    private double measured(Pass pass) {
        PassBlocks blocks = PassBlocks.of(keyed, pass, limit);
        double pairs = 0;
        for (int block = 0; block < blocks.blocks(); block++) {
            double size = blocks.starts()[block + 1] - blocks.starts()[block];
            pairs += size * (size - 1) / 2;
        }
        return pairs;
    }
}
