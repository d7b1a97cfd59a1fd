package io.serai.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Chooses the passes by what they find for what they cost: of pairs that are surely one person, those that a pass would give,
 * each the less worth the more passes give it already (greedy cover), within a budget of pairs that chance brings.
 */
final class PassChooser {

    /** Of more records than this only some are looked at to measure what a pass costs. */
    private static final int MOST_MEASURED = 50_000;

    private static final int MOST_PASSES = 32;
    /** What another pass adds for a pair that one gives already. */
    private static final double AGAIN = .35;
    /** A share of the known pairs that is not worth a pass. */
    private static final double LEAST_GAIN = 3e-4;

    private final Keyed keyed;
    private final Chances chances;
    private final Known known;
    private final int limit;
    private final double budget;
    private final int threads;
    private final List<int[]> atoms = new ArrayList<>();
    private final List<PassOption> options = new ArrayList<>();
    private int[][] bearers;

    /**
     * @param known pairs that are surely one person
     * @param limit a key that more records bear gives nothing
     * @param budget how many pairs of unrelated records all passes together may give
     */
    PassChooser(Keyed keyed, Chances chances, Known known, int limit, double budget, int threads) {
        this.keyed = keyed;
        this.chances = chances;
        this.known = known;
        this.limit = limit;
        this.budget = budget;
        this.threads = threads;
    }

    List<Pass> choose() {
        for (int slot = 0; slot < keyed.sample().slots().size(); slot++) {
            for (int atom = 0; atom < keyed.kinds(slot); atom++) {
                atoms.add(new int[] {slot, atom});
            }
        }
        bearers = new int[atoms.size()][];
        Parallel.run(threads, atoms.size(), 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                bearers[i] = known.bearers(keyed, atoms.get(i)[0], atoms.get(i)[1]);
            }
        });
        List<List<PassOption>> found = new ArrayList<>(Collections.nCopies(atoms.size(), null));
        Parallel.run(threads, atoms.size(), 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                found.set(i, optionsWith(i));
            }
        });
        found.forEach(options::addAll);
        return greedy();
    }

    /** Those that begin with this atom. */
    private List<PassOption> optionsWith(int i) {
        List<PassOption> found = new ArrayList<>();
        consider(found, i);
        for (int j = i + 1; j < atoms.size(); j++) {
            if (atoms.get(i)[0] != atoms.get(j)[0]) {
                consider(found, i, j);
                refine(found, i, j);
            }
        }
        return found;
    }

    /** A third atom where any two of the three are too many. */
    private void refine(List<PassOption> found, int i, int j) {
        double dear = budget / 8;
        if (chances.pairs(pass(i, j)) <= dear) {
            return;
        }
        for (int k = j + 1; k < atoms.size(); k++) {
            if (atoms.get(j)[0] != atoms.get(k)[0]
                    && chances.pairs(pass(i, k)) > dear
                    && chances.pairs(pass(j, k)) > dear) {
                consider(found, i, j, k);
            }
        }
    }

    private Pass pass(int... chosen) {
        Pass pass = new Pass(new int[chosen.length], new int[chosen.length]);
        for (int i = 0; i < chosen.length; i++) {
            pass.slots()[i] = atoms.get(chosen[i])[0];
            pass.atoms()[i] = atoms.get(chosen[i])[1];
        }
        return pass;
    }

    private void consider(List<PassOption> options, int... chosen) {
        Pass pass = pass(chosen);
        double cost = chances.pairs(pass);
        if (cost > budget / 3) {
            return;
        }
        int size = Bits.of(keyed.size());
        int most = Bits.of(limit) + (chosen.length - 1) * size;
        long[] found = new long[(known.size() + 63) / 64];
        boolean any = false;
        for (int pair = 0; pair < known.size(); pair++) {
            int sum = 0;
            for (int part : chosen) {
                sum += bearers[part][pair];
            }
            if (sum <= most) {
                found[pair >> 6] |= 1L << pair;
                any = true;
            }
        }
        if (any) {
            options.add(new PassOption(pass, found, cost, budget / MOST_PASSES));
        }
    }

    private List<Pass> greedy() {
        List<Pass> chosen = new ArrayList<>();
        double[] left = known.worth().clone();
        double all = Arrays.stream(left).sum();
        double spent = 0;
        while (chosen.size() < MOST_PASSES) {
            PassOption best = best(left, spent, all * LEAST_GAIN);
            if (best == null) {
                break;
            }
            if (!best.isMeasured()) {
                best.measure(measured(best.pass()) - best.worth(known.worth()));
                continue;
            }
            options.remove(best);
            spent += best.cost();
            chosen.add(best.pass());
            best.take(left, AGAIN);
        }
        return chosen;
    }

    private PassOption best(double[] left, double spent, double least) {
        PassOption best = null;
        for (PassOption option : options) {
            if (option.cost() <= budget / 3
                    && spent + option.cost() <= budget
                    && (best == null || option.rank() > best.rank())) {
                option.value(left);
                if (option.gain() >= least && (best == null || option.rank() > best.rank())) {
                    best = option;
                }
            }
        }
        return best;
    }

    /** How many pairs the pass gives, from some of the records: its atoms depend on each other more than one thinks. */
    private double measured(Pass pass) {
        int step = (keyed.size() + MOST_MEASURED - 1) / MOST_MEASURED;
        return (double) PassBlocks.ofEvery(keyed, pass, Math.max(2, limit / step), step)
                        .pairs()
                * step
                * step;
    }
}
