package io.serai.identity.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the pairs that a model is learned from: blindly, and from passes of which each leaves other slots free. */
final class Drawing {

    /** At most so many pairs are drawn blindly. */
    private static final int BLIND = 100_000;

    private static final int LEAST_BLIND = 20_000;
    private static final int BLIND_EACH = 4;

    /** Fewer records have fewer different pairs to tell. */
    private static final int LEAST_PER_PASS = 2_000;

    private static final int PER_PASS = 4_000;
    private static final int ROWS_PER_PAIR = 5;
    private static final int LEAST_PER_BUCKET = 300;
    private static final int PER_BUCKET = 600;
    private static final int ROWS_PER_BUCKET_PAIR = 30;
    private static final int MOST_PASSES = 24;
    private static final int MOST_BEARERS = 60;

    private final Keyed keyed;
    private final Chances chances;
    private final RowLevels compared;
    private final Pairs pairs;
    private final List<Bucket> buckets = new ArrayList<>();
    private List<Pass> drawn;
    private long[] oneIn;

    Drawing(Keyed keyed, Chances chances, int[][] rarities) {
        this.keyed = keyed;
        this.chances = chances;
        compared = new RowLevels(keyed.sample(), rarities);
        pairs = new Pairs(keyed.sample().slots().size());
    }

    /** For every two slots the pass that finds most without being flooded by chance. */
    List<Pass> passes() {
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

    /** Pairs that share nothing but luck, pairs of each pass, and pairs that share one whole value. */
    Pairs draw(List<Pass> passes) {
        drawn = passes;
        oneIn = new long[passes.size()];
        blind();
        for (int i = 0; i < passes.size(); i++) {
            from(passes.get(i), i);
        }
        for (int slot = 0; slot < keyed.sample().slots().size(); slot++) {
            Pass whole = new Pass(new int[] {slot}, new int[] {0});
            PassBlocks blocks = PassBlocks.of(keyed, whole, Integer.MAX_VALUE);
            for (int size = 0; size < Bucket.SIZES; size++) {
                Bucket bucket = new Bucket(slot, size, whole);
                if (sharing(blocks, bucket, passes.size() + buckets.size())) {
                    buckets.add(bucket);
                }
            }
        }
        return pairs;
    }

    /** Of pairs drawn with a pass number beyond the passes: what they share. */
    List<Bucket> buckets() {
        return buckets;
    }

    private boolean sharing(PassBlocks blocks, Bucket bucket, int number) {
        IntArray rows = new IntArray(64);
        IntArray of = new IntArray(64);
        for (int block = 0; block < blocks.blocks(); block++) {
            if (bucket.holds(blocks.starts()[block + 1] - blocks.starts()[block])) {
                for (int at = blocks.starts()[block]; at < blocks.starts()[block + 1]; at++) {
                    rows.add(at);
                    of.add(block);
                }
            }
        }
        int draws = Math.min(perBucket(), rows.size());
        for (int i = 0; i < draws; i++) {
            long chance = Hashes.mixed((number * 1_000_003L + i) * 0x9e3779b97f4a7c15L);
            int at = (int) ((chance >>> 32) * rows.size() >>> 32);
            int block = of.get(at);
            int start = blocks.starts()[block];
            int size = blocks.starts()[block + 1] - start;
            int other = start + (rows.get(at) - start + 1 + (int) ((chance & 0xffffffffL) * (size - 1) >>> 32)) % size;
            take(blocks.rows()[rows.get(at)], blocks.rows()[other], number);
        }
        return draws > 0;
    }

    private void blind() {
        long size = keyed.size();
        if (size * (size - 1) / 2 <= LEAST_BLIND) {
            for (int left = 0; left < size; left++) {
                for (int right = left + 1; right < size; right++) {
                    take(left, right, Pairs.BLIND);
                }
            }
            return;
        }
        long draws = Math.max(LEAST_BLIND, Math.min(BLIND, size * BLIND_EACH));
        for (int i = 0; i < draws; i++) {
            long chance = Hashes.mixed(i * 0x9e3779b97f4a7c15L + 42);
            int left = (int) ((chance >>> 32) * size >>> 32);
            int right = (int) ((chance & 0xffffffffL) * size >>> 32);
            if (left != right) {
                take(left, right, Pairs.BLIND);
            }
        }
    }

    private void take(int left, int right, int pass) {
        compared.compare(left, right);
        pairs.add(left, right, pass, compared);
    }

    private int perPass() {
        return Math.max(LEAST_PER_PASS, Math.min(PER_PASS, keyed.size() / ROWS_PER_PAIR));
    }

    private int perBucket() {
        return Math.max(LEAST_PER_BUCKET, Math.min(PER_BUCKET, keyed.size() / ROWS_PER_BUCKET_PAIR));
    }

    /** Whole blocks, chosen by their keys, until there are enough pairs. */
    private void from(Pass pass, int number) {
        PassBlocks blocks = PassBlocks.of(keyed, pass, MOST_BEARERS);
        long all = 0;
        for (int block = 0; block < blocks.blocks(); block++) {
            long size = blocks.starts()[block + 1] - blocks.starts()[block];
            all += size * (size - 1) / 2;
        }
        oneIn[number] = Math.max(1, all / perPass());
        for (int block = 0; block < blocks.blocks(); block++) {
            int from = blocks.starts()[block];
            int to = blocks.starts()[block + 1];
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to; j++) {
                    int left = blocks.rows()[i];
                    int right = blocks.rows()[j];
                    if (Long.remainderUnsigned(Hashes.of(left, right), oneIn[number]) == 0) {
                        take(left, right, number);
                    }
                }
            }
        }
    }

    int passCount() {
        return drawn.size();
    }

    /** How often a drawn pair is expected among those drawn from passes; more than 0 for one that a pass gave. */
    double chance(int pair) {
        double chance = 0;
        for (int pass = 0; pass < oneIn.length; pass++) {
            boolean gives =
                    pairs.pass(pair) == pass || keyed.meet(drawn.get(pass), pairs.left(pair), pairs.right(pair));
            chance += gives ? 1.0 / oneIn[pass] : 0;
        }
        return chance;
    }
}
