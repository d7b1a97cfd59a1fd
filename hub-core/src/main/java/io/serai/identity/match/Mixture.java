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
    /** Unrelated, among pairs drawn blindly alone. */
    static final int BLIND = 3;

    /** More rounds than this never moved anything that mattered. */
    private static final int ROUNDS = 40;

    private static final int LEAST_ROUNDS = 6;
    /** Of the likelihood: what no longer moves by more stands still. */
    private static final double STILL = 1e-5;

    private final List<Pass> passes;
    private final double[] collision;
    private final boolean households;
    private final double[][] share;
    private final Places places;
    private final Counts counts;
    private final Rates rates;
    private int[] same;
    private int[] house;
    private int[][] prior;
    private double likelihood;

    /**
     * @param places what the pairs of the passes say
     * @param collision of each slot, how often two records that say something agree by chance
     */
    Mixture(Places places, List<Pass> passes, double[] collision, boolean households) {
        this.passes = passes;
        this.collision = collision;
        this.households = households;
        this.places = places;
        counts = new Counts(places);
        rates = new Rates(places.contexts(), collision);
        share = new double[passes.size() + 1][];
        for (int pass = 0; pass < passes.size(); pass++) {
            share[pass] = new double[] {.3, households ? .1 : 0, .6};
        }
        share[passes.size()] = new double[] {1e-4, households ? 1e-4 : 0, 1};
    }

    /** Rounds of both steps until nothing moves. */
    Mixture run() {
        double before = Double.NEGATIVE_INFINITY;
        tabulate();
        for (int round = 0; round < ROUNDS; round++) {
            expect();
            rates.learn(counts);
            tabulate();
            if (round >= LEAST_ROUNDS && likelihood - before < STILL * Math.abs(likelihood)) {
                break;
            }
            before = likelihood;
        }
        return this;
    }

    private void tabulate() {
        same = places.flat(rates.weights(SAME));
        house = places.flat(rates.weights(HOUSE));
        prior = priors();
    }

    private void expect() {
        counts.clear();
        double[][] sum = new double[share.length][3];
        double[] posterior = new double[3];
        likelihood = 0;
        for (int item = 0; item < places.items(); item++) {
            int pass = places.pass(item);
            double times = places.times(item);
            double all = posterior(item, posterior);
            likelihood += times * (StrictMath.log(all) + StrictMath.log(share[pass][APART]));
            for (int kind = 0; kind < 3; kind++) {
                posterior[kind] *= times;
                sum[pass][kind] += posterior[kind];
            }
            counts.add(item, pass == passes.size(), posterior);
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
    private double posterior(int item, double[] posterior) {
        int[] before = prior[places.pass(item)];
        int sumSame = before[SAME] + places.rarity(item);
        int sumHouse = before[HOUSE] + places.rarity(item);
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

    private double[] posterior(int item) {
        double[] posterior = new double[3];
        posterior(item, posterior);
        return posterior;
    }

    /** How probable it is that a pair is the same person, from what its pass leaves free. */
    double same(int pair) {
        return posterior(places.item(pair))[SAME];
    }

    /** How likely all that was seen is, as a logarithm; comparable among mixtures of the same pairs. */
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
        int usual = Bits.of(rates.of(
                        SAME, slot, 0, places.contexts().slots().get(slot).top()))
                + (int) (rarity / seen);
        int unexplained = -Bits.of(apart);
        return Math.max(-200, Math.min(1000, Math.min(unexplained, says - usual)));
    }

    /**
     * Of each slot, a coarser one that it depends on, as a postcode does on the town: strangers who share the town may share the
     * postcode, and who moved has another town and another postcode; -1 where there is none.
     */
    int[] parents() {
        return new Dependence(passes, places, collision).parents(this::posterior);
    }

    /** What was learned, without a prior. */
    Evidence evidence() {
        return new Evidence(
                places.contexts().parent(), rates.weights(SAME), households ? rates.weights(HOUSE) : null, 0, 0);
    }

    boolean hasHouseholds() {
        return households;
    }

    Rates rates() {
        return rates;
    }

    /** Which share of a pass's pairs is of a class; the last pass is that of pairs drawn blindly. */
    double share(int pass, int kind) {
        return share[pass][kind];
    }
}
