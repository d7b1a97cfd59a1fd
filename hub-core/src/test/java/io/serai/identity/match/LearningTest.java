package io.serai.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is learned from pairs drawn by a mixture that is known. */
class LearningTest {

    private static final Slots SLOTS = new Slots(Rows.FIELDS);
    private static final int STREET = 3;
    private static final int BIRTH_DATE = 2;
    private static final double[] COLLISION = {.02, .005, .0001, .001, .05};
    /** By class, how often each slot agrees wholly, and how often it is one level below; else it is different. */
    private static final double[][] WHOLE = {{.85, .9, .92, .7, .8}, {.02, .9, .0001, .85, .9}, COLLISION};

    private static final double[] NEARLY = {.1, .06, .05, .1, .1};
    private static final double[][] SHARES = {{.5, .2, .3}, {.25, .5, .25}, {.4, .1, .5}, {.3, .3, .4}};
    private static final double[][] NO_HOUSEHOLDS = {{.5, 0, .5}, {.3, 0, .7}, {.4, 0, .6}, {.6, 0, .4}};
    private static final int PAIRS = 3_000;
    private static final int BLIND = 40_000;

    /** Each pass leaves other slots free. */
    private static List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < SHARES.length; i++) {
            passes.add(new Pass(new int[] {i, i + 1}, new int[] {0, 0}));
        }
        return passes;
    }

    private static Pairs drawn(double[]... shares) {
        Random random = new Random(17);
        Pairs pairs = new Pairs(SLOTS.size());
        int next = 0;
        for (int pass = 0; pass < shares.length; pass++) {
            for (int i = 0; i < PAIRS; i++) {
                add(pairs, next++, pass, drawn(random, shares[pass]), random);
            }
        }
        for (int i = 0; i < BLIND; i++) {
            add(pairs, next++, Pairs.BLIND, Mixture.APART, random);
        }
        return pairs;
    }

    private static int drawn(Random random, double... share) {
        double chance = random.nextDouble();
        return chance < share[0] ? Mixture.SAME : chance < share[0] + share[1] ? Mixture.HOUSE : Mixture.APART;
    }

    private static void add(Pairs pairs, int number, int pass, int kind, Random random) {
        int[] level = new int[SLOTS.size()];
        int[] rarity = new int[SLOTS.size()];
        for (int slot = 0; slot < level.length; slot++) {
            double chance = random.nextDouble();
            int top = SLOTS.get(slot).top();
            if (chance < WHOLE[kind][slot]) {
                level[slot] = top;
                rarity[slot] = -Bits.of(COLLISION[slot]);
            } else if (kind == Mixture.SAME && chance < WHOLE[kind][slot] + NEARLY[slot]) {
                level[slot] = top - 1;
            }
        }
        pairs.add(2 * number, 2 * number + 1, pass, level, rarity);
    }

    private static Mixture learned(double[]... shares) {
        return new Learning(SLOTS, passes(), drawn(shares), COLLISION, 2).learn();
    }

    @Test
    void rates_of_the_mixture_that_pairs_were_drawn_from_are_found_again() {
        Mixture learned = learned(SHARES);
        for (int slot = 0; slot < SLOTS.size(); slot++) {
            int top = SLOTS.get(slot).top();
            assertThat(learned.rates().of(Mixture.SAME, slot, 0, top)).isCloseTo(WHOLE[0][slot], within(.03));
            assertThat(learned.rates().of(Mixture.SAME, slot, 0, top - 1)).isCloseTo(NEARLY[slot], within(.02));
            assertThat(learned.rates().of(Mixture.APART, slot, 0, 0)).isCloseTo(1 - COLLISION[slot], within(.01));
        }
        assertThat(learned.rates()
                        .of(Mixture.HOUSE, STREET, 0, SLOTS.get(STREET).top()))
                .isCloseTo(.85, within(.04));
        assertThat(learned.rates().of(Mixture.HOUSE, BIRTH_DATE, 0, 0)).isGreaterThan(.98);
    }

    @Test
    void shares_of_the_classes_are_found_again_pass_by_pass() {
        Mixture learned = learned(SHARES);
        assertThat(learned.hasHouseholds()).isTrue();
        for (int pass = 0; pass < SHARES.length; pass++) {
            for (int kind = 0; kind < 3; kind++) {
                assertThat(learned.share(pass, kind))
                        .as("class %d of pass %d", kind, pass)
                        .isCloseTo(SHARES[pass][kind], within(.04));
            }
        }
        assertThat(learned.share(SHARES.length, Mixture.APART)).isGreaterThan(.999);
    }

    @Test
    void where_nobody_lives_together_no_household_is_seen() {
        Mixture learned = learned(NO_HOUSEHOLDS);
        assertThat(learned.hasHouseholds()).isFalse();
        for (int pass = 0; pass < NO_HOUSEHOLDS.length; pass++) {
            assertThat(learned.share(pass, Mixture.SAME)).isCloseTo(NO_HOUSEHOLDS[pass][0], within(.04));
        }
        assertThat(learned.evidence().hasHouseholds()).isFalse();
    }

    @Test
    void what_differs_in_most_pairs_of_a_family_is_not_learned_as_what_a_person_says() {
        double[][] families = new double[SHARES.length][];
        Arrays.fill(families, new double[] {.02, .9, .08});
        Mixture learned = learned(families);
        assertThat(learned.hasHouseholds()).isTrue();
        assertThat(learned.rates().of(Mixture.SAME, 0, 0, 0)).isLessThan(.16);
        assertThat(learned.share(1, Mixture.HOUSE)).isGreaterThan(.8);
    }
}
