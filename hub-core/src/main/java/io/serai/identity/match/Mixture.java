package io.serai.identity.match;

import java.util.List;

/**
 * Learns how often each level is seen in each class of pairs, by expectation and maximisation (Dempster, Laird and Rubin
 * 1977, for record linkage Winkler 1988): the same person, one household, unrelated. Pairs of a pass say nothing about the
 * slots that the pass is made of.
 */
final class Mixture {

    static final int SAME = 0;
    static final int HOUSE = 1;
    static final int APART = 2;

    private static final double FIRM = 30;
    private static final double LOOSE = 10;

    private final List<Slot> slots;
    private final List<Pass> passes;
    private final Pairs pairs;
    private final double[] collision;
    private final int[] parent;
    private final boolean households;

    /** By class, slot, context and level: how often. */
    private final double[][][][] rate = new double[3][][][];

    private final double[][][][] count = new double[3][][][];
    private final double[][] share;
    private int[][][] same;
    private int[][][] house;
    private double likelihood;

    /**
     * @param collision of each slot, how often two records that say something agree by chance
     * @param parent of each slot, the slot that it depends on; -1 for none
     */
    Mixture(List<Slot> slots, List<Pass> passes, Pairs pairs, double[] collision, int[] parent, boolean households) {
        this.slots = slots;
        this.passes = passes;
        this.pairs = pairs;
        this.collision = collision;
        this.parent = parent;
        this.households = households;
        share = new double[passes.size() + 1][3];
        for (double[] each : share) {
            each[SAME] = .3;
            each[HOUSE] = households ? .1 : 0;
            each[APART] = .6;
        }
        share[passes.size()] = new double[] {1e-4, households ? 1e-4 : 0, 1};
        for (int kind = 0; kind < 3; kind++) {
            rate[kind] = new double[slots.size()][2][];
            count[kind] = new double[slots.size()][2][];
            for (int slot = 0; slot < slots.size(); slot++) {
                for (int context = 0; context < 2; context++) {
                    rate[kind][slot][context] = start(kind, slot);
                    count[kind][slot][context] = new double[slots.get(slot).levels()];
                }
            }
        }
    }

    private double[] start(int kind, int slot) {
        Slot compared = slots.get(slot);
        if (kind == SAME) {
            return Usual.same(compared);
        }
        double[] usual = kind == HOUSE ? Usual.house(compared) : null;
        return usual != null ? usual : apart(compared, collision[slot]);
    }

    private static double[] apart(Slot slot, double collision) {
        double[] apart = new double[slot.levels()];
        double each = 0.01;
        java.util.Arrays.fill(apart, each);
        apart[slot.top()] = collision;
        apart[slot.swapped()] = 1e-5;
        apart[0] = Math.max(.01, 1 - collision - each * Math.max(0, slot.top() - 1));
        return apart;
    }

    /** Rounds of both steps until nothing moves, at most so many. */
    Mixture run(int rounds) {
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < rounds; round++) {
            tabulate();
            expect();
            maximise();
            if (round > 5 && likelihood - before < 1e-5 * Math.abs(likelihood)) {
                break;
            }
            before = likelihood;
        }
        tabulate();
        return this;
    }

    private void tabulate() {
        same = weights(rate[SAME]);
        house = weights(rate[HOUSE]);
    }

    private int[][][] weights(double[][][] of) {
        int[][][] weights = new int[slots.size()][2][];
        for (int slot = 0; slot < slots.size(); slot++) {
            int top = slots.get(slot).top();
            for (int context = 0; context < 2; context++) {
                double[] rates = of[slot][context];
                weights[slot][context] = new int[rates.length];
                for (int level = 0; level < rates.length; level++) {
                    boolean byValue = context == 0 && level >= top;
                    double apart = byValue ? 1 : rate[APART][slot][context][level];
                    weights[slot][context][level] = Math.max(-1500, Math.min(3000, Bits.of(rates[level] / apart)));
                }
            }
        }
        return weights;
    }

    private void expect() {
        for (double[][][] kind : count) {
            for (double[][] slot : kind) {
                for (double[] context : slot) {
                    java.util.Arrays.fill(context, 0);
                }
            }
        }
        double[][] sum = new double[share.length][3];
        double[] posterior = new double[3];
        likelihood = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            likelihood += posterior(pair, posterior);
            double[] into = sum[index(pair)];
            for (int kind = 0; kind < 3; kind++) {
                into[kind] += posterior[kind];
            }
            tally(pair, posterior);
        }
        for (int pass = 0; pass < share.length; pass++) {
            double all = sum[pass][0] + sum[pass][1] + sum[pass][2];
            for (int kind = 0; kind < 3 && all > 0; kind++) {
                double least = kind == HOUSE && !households ? 0 : 1e-7;
                share[pass][kind] = Math.max(least, sum[pass][kind] / all);
            }
        }
    }

    private int index(int pair) {
        return pairs.pass(pair) == Pairs.BLIND ? passes.size() : pairs.pass(pair);
    }

    /** Fills in the probability of each class; answers the log likelihood. */
    double posterior(int pair, double[] posterior) {
        int pass = index(pair);
        int sumSame = Bits.of(share[pass][SAME] / share[pass][APART]);
        int sumHouse = households ? Bits.of(share[pass][HOUSE] / share[pass][APART]) : 0;
        for (int slot = 0; slot < slots.size(); slot++) {
            int level = pairs.level(pair, slot);
            if (level >= 0 && !isBlocked(pair, slot)) {
                int context = context(pair, slot);
                int rarity = context == 0 ? pairs.rarity(pair, slot) : 0;
                sumSame += same[slot][context][level] + rarity;
                sumHouse += house[slot][context][level] + rarity;
            }
        }
        double oddsSame = Bits.power(sumSame);
        double oddsHouse = households ? Bits.power(sumHouse) : 0;
        double all = 1 + oddsSame + oddsHouse;
        posterior[SAME] = oddsSame / all;
        posterior[HOUSE] = oddsHouse / all;
        posterior[APART] = 1 / all;
        return StrictMath.log(all) + StrictMath.log(share[pass][APART]);
    }

    private boolean isBlocked(int pair, int slot) {
        return pairs.pass(pair) != Pairs.BLIND && passes.get(pairs.pass(pair)).uses(slot);
    }

    private int context(int pair, int slot) {
        return parent[slot] >= 0 && slots.get(parent[slot]).agrees(pairs.level(pair, parent[slot])) ? 1 : 0;
    }

    private void tally(int pair, double[] posterior) {
        boolean blind = pairs.pass(pair) == Pairs.BLIND;
        for (int slot = 0; slot < slots.size(); slot++) {
            int level = pairs.level(pair, slot);
            if (level >= 0 && !isBlocked(pair, slot)) {
                int context = context(pair, slot);
                if (!blind) {
                    count[SAME][slot][context][level] += posterior[SAME];
                    count[HOUSE][slot][context][level] += posterior[HOUSE];
                }
                if (blind || context == 1) {
                    count[APART][slot][context][level] += posterior[APART];
                }
            }
        }
    }

    private void maximise() {
        for (int slot = 0; slot < slots.size(); slot++) {
            double[] chance = apart(slots.get(slot), collision[slot]);
            double[] apart = estimate(count[APART][slot][0], chance, .5);
            fixTop(apart, slot);
            rate[APART][slot][0] = apart;
            rate[APART][slot][1] = estimate(count[APART][slot][1], apart, LOOSE);
            rate[SAME][slot][0] = estimate(count[SAME][slot][0], Usual.same(slots.get(slot)), LOOSE);
            rate[SAME][slot][1] = estimate(count[SAME][slot][1], rate[SAME][slot][0], FIRM);
            double[] usual = Usual.house(slots.get(slot));
            for (int context = 0; context < 2; context++) {
                rate[HOUSE][slot][context] = usual == null
                        ? rate[APART][slot][context].clone()
                        : estimate(count[HOUSE][slot][context], usual, FIRM);
            }
        }
    }

    private static double[] estimate(double[] counts, double[] usual, double strength) {
        double sum = 0;
        double all = 0;
        for (int level = 0; level < counts.length; level++) {
            sum += counts[level];
            all += usual[level];
        }
        double[] rates = new double[counts.length];
        for (int level = 0; level < counts.length; level++) {
            rates[level] = Math.max(1e-7, (counts[level] + strength * usual[level] / all) / (sum + strength));
        }
        return rates;
    }

    /** How often whole values agree by chance is known from their frequencies, better than from any sample. */
    private void fixTop(double[] apart, int slot) {
        int top = slots.get(slot).top();
        double rest = 1 - apart[top];
        for (int level = 0; level < apart.length; level++) {
            apart[level] = level == top ? collision[slot] : apart[level] * (1 - collision[slot]) / rest;
        }
    }

    double likelihood() {
        return likelihood;
    }

    /** What was learned, without a prior. */
    Evidence evidence() {
        return new Evidence(parent, same, households ? house : null, 0, 0);
    }

    double rate(int kind, int slot, int context, int level) {
        return rate[kind][slot][context][level];
    }

    double share(int pass, int kind) {
        return share[pass][kind];
    }
}
