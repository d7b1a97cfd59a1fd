package io.serai.identity.match;

import io.serai.identity.compare.Kind;
import java.util.Arrays;

/**
 * How often each level is seen in each class of pairs: from what is usual to what was counted, and from there to weights.
 */
final class Rates {

    private static final double FIRM = 100;
    private static final double LOOSE = 10;

    private final Contexts contexts;
    private final Slots slots;
    private final double[] collision;

    /** By class, slot, context and level: how often. */
    private final double[][][][] rate = new double[3][][][];

    /** @param collision of each slot, how often two records that say something agree by chance */
    Rates(Contexts contexts, double[] collision) {
        this.contexts = contexts;
        this.collision = collision;
        slots = contexts.slots();
        for (int kind = 0; kind < 3; kind++) {
            rate[kind] = new double[slots.size()][Contexts.COUNT][];
            for (int slot = 0; slot < slots.size(); slot++) {
                Arrays.fill(rate[kind][slot], start(kind, slot));
            }
        }
    }

    private double[] start(int kind, int slot) {
        Slot compared = slots.get(slot);
        if (kind == Mixture.SAME) {
            return Usual.same(compared);
        }
        double[] usual = kind == Mixture.HOUSE ? Usual.house(compared) : null;
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

    /** What the levels of each slot are worth for a class against unrelated people, in each context, in hundredths of a bit. */
    int[][][] weights(int kind) {
        int[][][] weights = new int[slots.size()][Contexts.COUNT][];
        for (int slot = 0; slot < slots.size(); slot++) {
            for (int context = 0; context < Contexts.COUNT; context++) {
                weights[slot][context] = weights(kind, slot, context);
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

    private int[] weights(int kind, int slot, int context) {
        double[] rates = rate[kind][slot][context];
        int[] weights = new int[rates.length];
        for (int level = 0; level < rates.length; level++) {
            double apart = rate[Mixture.APART][slot][context][level];
            double byValue = apart / rate[Mixture.APART][slot][0][level];
            boolean whole = level >= slots.get(slot).top();
            weights[level] = Math.max(-1500, Math.min(3000, Bits.of(rates[level] / (whole ? byValue : apart))));
        }
        return weights;
    }

    /** Learns from what was counted. */
    void learn(Counts counts) {
        for (int slot = 0; slot < slots.size(); slot++) {
            learnApart(slot, counts);
            learnSame(slot, counts);
            learnHouse(slot, counts);
        }
    }

    private void learnApart(int slot, Counts counts) {
        double[] blind = counts.all(Mixture.BLIND, slot);
        double[] apart = estimate(blind, apart(slots.get(slot), collision[slot]), .5);
        atLeast(apart, .3 / (1 + total(blind)));
        fixTop(apart, slot);
        rate[Mixture.APART][slot][0] = apart;
        for (int context = 1; context < Contexts.COUNT; context++) {
            rate[Mixture.APART][slot][context] =
                    contexts.isAlone(slot) ? apart : lifted(counts.of(Mixture.APART, slot, context), apart);
        }
    }

    private void learnSame(int slot, Counts counts) {
        Slot compared = slots.get(slot);
        double[] same = estimate(counts.all(Mixture.SAME, slot), Usual.same(compared), LOOSE);
        atMost(same, rate[Mixture.APART][slot][0], Usual.mostAgainst(compared));
        learn(Mixture.SAME, slot, same, counts);
    }

    private void learnHouse(int slot, Counts counts) {
        double[] usual = Usual.house(slots.get(slot));
        if (usual == null) {
            rate[Mixture.HOUSE][slot] = rate[Mixture.APART][slot];
            return;
        }
        learn(Mixture.HOUSE, slot, estimate(counts.all(Mixture.HOUSE, slot), usual, FIRM), counts);
        if (contexts.movesWithParent(slot)) {
            rate[Mixture.HOUSE][slot][Contexts.DIFFERS] = rate[Mixture.SAME][slot][Contexts.DIFFERS];
        }
    }

    /** Where nothing is known of what a slot depends on, all counts; in the other contexts their own. */
    private void learn(int kind, int slot, double[] all, Counts counts) {
        rate[kind][slot][0] = all;
        for (int context = 1; context < Contexts.COUNT; context++) {
            rate[kind][slot][context] =
                    contexts.isAlone(slot) ? all : estimate(counts.of(kind, slot, context), all, FIRM);
        }
    }

    /** Rates as many times as high as more is seen than expected; what is too rare to be expected stays as it is. */
    private static double[] lifted(double[] counts, double[] all) {
        double seen = total(counts);
        double[] rates = new double[all.length];
        for (int level = 0; level < all.length; level++) {
            rates[level] = all[level] * (counts[level] + 1) / (seen * all[level] + 1);
        }
        double sum = total(rates);
        for (int level = 0; level < all.length; level++) {
            rates[level] = Math.max(1e-7, rates[level] / sum);
        }
        return rates;
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

    double of(int kind, int slot, int context, int level) {
        return rate[kind][slot][context][level];
    }
}
