package io.serai.identity.match;

import io.serai.identity.compare.Kind;
import java.util.Arrays;
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
    /** Unrelated, among pairs drawn blindly alone. */
    private static final int BLIND = 3;

    private static final double FIRM = 100;
    private static final double LOOSE = 10;

    private final List<Slot> slots;
    private final List<Pass> passes;
    private final Pairs pairs;
    private final double[] collision;
    private final Contexts contexts;
    private final boolean households;

    /** By class, slot, context and level: how often. */
    private final double[][][][] rate = new double[3][][][];

    /** By class and place: how often seen. */
    private final double[][] count = new double[4][];

    private final double[][] share;
    private final Places places;
    private int[] same;
    private int[] house;
    private int[][] prior;
    private double likelihood;

    /**
     * @param collision of each slot, how often two records that say something agree by chance
     */
    Mixture(Contexts contexts, List<Pass> passes, Pairs pairs, double[] collision, boolean households) {
        this.contexts = contexts;
        slots = contexts.slots().all();
        this.passes = passes;
        this.pairs = pairs;
        this.collision = collision;
        this.households = households;
        places = Places.of(contexts, passes, pairs);
        share = new double[passes.size() + 1][];
        for (int pass = 0; pass < passes.size(); pass++) {
            share[pass] = new double[] {.3, households ? .1 : 0, .6};
        }
        share[passes.size()] = new double[] {1e-4, households ? 1e-4 : 0, 1};
        for (int kind = 0; kind < 3; kind++) {
            rate[kind] = new double[slots.size()][Contexts.COUNT][];
            for (int slot = 0; slot < slots.size(); slot++) {
                Arrays.fill(rate[kind][slot], start(kind, slot));
            }
        }
        for (int kind = 0; kind < count.length; kind++) {
            count[kind] = new double[places.size()];
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
        Arrays.fill(apart, each);
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
        prior = priors();
        return this;
    }

    private void tabulate() {
        same = places.flat(weights(rate[SAME]));
        house = places.flat(weights(rate[HOUSE]));
    }

    private int[][][] weights(double[][][] of) {
        int[][][] weights = new int[slots.size()][Contexts.COUNT][];
        for (int slot = 0; slot < slots.size(); slot++) {
            for (int context = 0; context < Contexts.COUNT; context++) {
                weights[slot][context] = weights(of, slot, context);
                if (isPersonal(slot)) {
                    int[] alone = weights[slot][0];
                    weights[slot][context][0] = Math.min(weights[slot][context][0], Math.min(0, alone[0] * 3 / 4));
                }
            }
        }
        return weights;
    }

    /** What nothing else excuses when it differs: names, birth dates, codes. */
    private boolean isPersonal(int slot) {
        Kind kind = slots.get(slot).kind();
        boolean code = collision[slot] < .01 && (kind == Kind.EXACT || kind == Kind.TEXT);
        return code || !slots.get(slot).mayMove();
    }

    private int[] weights(double[][][] of, int slot, int context) {
        double[] rates = of[slot][context];
        int[] weights = new int[rates.length];
        for (int level = 0; level < rates.length; level++) {
            double apart = rate[APART][slot][context][level];
            double byValue = apart / rate[APART][slot][0][level];
            boolean whole = level >= slots.get(slot).top();
            weights[level] = Math.max(-1500, Math.min(3000, Bits.of(rates[level] / (whole ? byValue : apart))));
        }
        return weights;
    }

    private void expect() {
        for (double[] each : count) {
            Arrays.fill(each, 0);
        }
        double[][] sum = new double[share.length][3];
        prior = priors();
        double[] posterior = new double[3];
        likelihood = 0;
        for (int item = 0; item < places.items(); item++) {
            int pass = places.pass(item);
            double times = places.times(item);
            double all = posterior(item, prior[pass], posterior);
            likelihood += times * (StrictMath.log(all) + StrictMath.log(share[pass][APART]));
            for (int kind = 0; kind < 3; kind++) {
                posterior[kind] *= times;
                sum[pass][kind] += posterior[kind];
            }
            tally(item, pass == passes.size(), posterior);
        }
        for (int pass = 0; pass < share.length; pass++) {
            double all = sum[pass][0] + sum[pass][1] + sum[pass][2];
            for (int kind = 0; kind < 3 && all > 0; kind++) {
                double least = kind == HOUSE && !households ? 0 : 1e-7;
                share[pass][kind] = Math.max(least, sum[pass][kind] / all);
            }
        }
    }

    private int[][] priors() {
        int[][] priors = new int[share.length][2];
        for (int pass = 0; pass < share.length; pass++) {
            priors[pass][SAME] = Bits.of(share[pass][SAME] / share[pass][APART]);
            priors[pass][HOUSE] = households ? Bits.of(share[pass][HOUSE] / share[pass][APART]) : 0;
        }
        return priors;
    }

    /** Fills in the probability of each class; answers the sum of their odds against unrelated. */
    private double posterior(int item, int[] prior, double[] posterior) {
        int sumSame = prior[SAME] + places.rarity(item);
        int sumHouse = prior[HOUSE] + places.rarity(item);
        for (int at = places.from(item); at < places.to(item); at++) {
            int place = places.place(at);
            sumSame += same[place];
            sumHouse += house[place];
        }
        double oddsSame = Bits.power(sumSame);
        double oddsHouse = households ? Bits.power(sumHouse) : 0;
        double all = 1 + oddsSame + oddsHouse;
        posterior[SAME] = oddsSame / all;
        posterior[HOUSE] = oddsHouse / all;
        posterior[APART] = 1 / all;
        return all;
    }

    private void tally(int item, boolean blind, double[] posterior) {
        for (int at = places.from(item); at < places.to(item); at++) {
            int place = places.place(at);
            if (!blind) {
                count[SAME][place] += posterior[SAME];
                count[HOUSE][place] += posterior[HOUSE];
            }
            if (blind || places.isExplained(place)) {
                count[APART][place] += posterior[APART];
            }
            if (blind) {
                count[BLIND][place] += posterior[APART];
            }
        }
    }

    /** How probable it is that a pair is the same person, from what its pass leaves free. */
    double same(int pair) {
        double[] posterior = new double[3];
        int item = places.item(pair);
        posterior(item, prior[places.pass(item)], posterior);
        return posterior[SAME];
    }

    private void maximise() {
        for (int slot = 0; slot < slots.size(); slot++) {
            Slot compared = slots.get(slot);
            double[] blind = all(BLIND, slot);
            double[] apart = estimate(blind, apart(compared, collision[slot]), .5);
            atLeast(apart, .3 / (1 + total(blind)));
            fixTop(apart, slot);
            learn(APART, slot, apart, LOOSE);
            double[] same = estimate(all(SAME, slot), Usual.same(compared), LOOSE);
            atMost(same, apart, Usual.mostAgainst(compared));
            learn(SAME, slot, same, FIRM);
            double[] usual = Usual.house(compared);
            if (usual == null) {
                rate[HOUSE][slot] = rate[APART][slot];
            } else {
                learn(HOUSE, slot, estimate(all(HOUSE, slot), usual, FIRM), FIRM);
            }
        }
    }

    /** Where nothing is known of what a slot depends on, all counts; in the other contexts their own. */
    private void learn(int kind, int slot, double[] all, double strength) {
        rate[kind][slot][0] = all;
        for (int context = 1; context < Contexts.COUNT; context++) {
            rate[kind][slot][context] =
                    contexts.isAlone(slot) ? all : estimate(count(kind, slot, context), all, strength);
        }
    }

    private double[] count(int kind, int slot, int context) {
        int from = places.start(slot, context);
        return Arrays.copyOfRange(count[kind], from, from + slots.get(slot).levels());
    }

    private double[] all(int kind, int slot) {
        double[] all = new double[slots.get(slot).levels()];
        for (int context = 0; context < Contexts.COUNT; context++) {
            for (int level = 0; level < all.length; level++) {
                all[level] += count[kind][places.start(slot, context) + level];
            }
        }
        return all;
    }

    /** What was never seen among so many may still happen. */
    private static void atLeast(double[] rates, double least) {
        for (int level = 0; level < rates.length; level++) {
            rates[level] = Math.max(rates[level], least);
        }
    }

    /** Levels that speak against one person are seen so often at most; the others take the rest. */
    private static void atMost(double[] same, double[] apart, double most) {
        double against = 0;
        double all = 0;
        for (int level = 0; level < same.length; level++) {
            against += same[level] < apart[level] ? same[level] : 0;
            all += same[level];
        }
        if (against > most * all) {
            double less = most * all / against;
            double more = (1 - most) * all / (all - against);
            for (int level = 0; level < same.length; level++) {
                same[level] *= same[level] < apart[level] ? less : more;
            }
        }
    }

    private static double total(double[] counts) {
        double total = 0;
        for (double each : counts) {
            total += each;
        }
        return total;
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

    /**
     * What a shared value of a class says beyond what its frequency and the slot say, judged by all other slots of the pairs
     * that share it; never more than strangers are missing among those.
     *
     * @param pass of the pairs
     * @param prior log odds of any two records
     */
    int surplus(int pass, int slot, int prior) {
        double seen = 0;
        long rarity = 0;
        for (int item = 0; item < places.items(); item++) {
            if (places.pass(item) == pass) {
                seen += places.times(item);
                rarity += (long) places.times(item) * places.shared(item);
            }
        }
        if (share[pass][SAME] * seen < 5) {
            return 0;
        }
        double apart = Math.max(share[pass][APART], 1 / (seen + 2));
        int says = Bits.of(share[pass][SAME] / apart) - prior;
        int usual = Bits.of(rate[SAME][slot][0][slots.get(slot).top()]) + (int) (rarity / seen);
        int unexplained = -Bits.of(apart);
        return Math.max(-200, Math.min(1000, Math.min(unexplained, says - usual)));
    }

    /**
     * Of each slot, a coarser one that it depends on, as a postcode does on the town: strangers who share the town may share the
     * postcode, and who moved has another town and another postcode; -1 where there is none.
     */
    int[] parents() {
        return new Dependence(slots, passes, places, collision).parents(this::posterior);
    }

    private double[] posterior(int item) {
        double[] posterior = new double[3];
        posterior(item, prior[places.pass(item)], posterior);
        return posterior;
    }

    /** What was learned, without a prior. */
    Evidence evidence() {
        return new Evidence(contexts.parent(), weights(rate[SAME]), households ? weights(rate[HOUSE]) : null, 0, 0);
    }

    double rate(int kind, int slot, int context, int level) {
        return rate[kind][slot][context][level];
    }

    double share(int pass, int kind) {
        return share[pass][kind];
    }
}
