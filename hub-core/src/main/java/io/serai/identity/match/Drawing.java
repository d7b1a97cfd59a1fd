package io.serai.identity.match;

import java.util.ArrayList;
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
    private static final int MOST_BEARERS = 60;
    /** Of a pass with more keys than this, about so many are looked at first. */
    private static final int KEYS = 100_000;

    private final Keyed keyed;
    private final List<Pass> passes;
    private final int threads;
    private final Pairs pairs;
    private final List<Bucket> buckets = new ArrayList<>();
    private final long[] oneIn;

    /** @param passes to draw from */
    Drawing(Keyed keyed, List<Pass> passes, int threads) {
        this.keyed = keyed;
        this.passes = passes;
        this.threads = threads;
        pairs = new Pairs(keyed.sample().slots().size());
        oneIn = new long[passes.size()];
    }

    /** Pairs that share nothing but luck, pairs of each pass, and pairs that share one whole value. */
    Pairs draw(int[][] rarities) {
        blind();
        Draws[] ofPasses = new Draws[passes.size()];
        Parallel.run(threads, ofPasses.length, 1, (from, to) -> {
            for (int pass = from; pass < to; pass++) {
                ofPasses[pass] = from(passes.get(pass));
            }
        });
        for (int pass = 0; pass < ofPasses.length; pass++) {
            oneIn[pass] = ofPasses[pass].oneIn;
            add(ofPasses[pass], pass);
        }
        Draws[][] ofSlots = new Draws[keyed.sample().slots().size()][];
        Parallel.run(threads, ofSlots.length, 1, (from, to) -> {
            for (int slot = from; slot < to; slot++) {
                ofSlots[slot] = sharing(slot);
            }
        });
        for (int slot = 0; slot < ofSlots.length; slot++) {
            for (int size = 0; size < Bucket.SIZES; size++) {
                if (ofSlots[slot][size].lefts.size() > 0) {
                    add(ofSlots[slot][size], passes.size() + buckets.size());
                    buckets.add(new Bucket(slot, size, whole(slot)));
                }
            }
        }
        pairs.compare(keyed.sample(), rarities, threads);
        return pairs;
    }

    private void add(Draws drawn, int pass) {
        for (int i = 0; i < drawn.lefts.size(); i++) {
            pairs.add(drawn.lefts.get(i), drawn.rights.get(i), pass);
        }
    }

    private static Pass whole(int slot) {
        return new Pass(new int[] {slot}, new int[] {0});
    }

    /** Of pairs drawn with a pass number beyond the passes: what they share. */
    List<Bucket> buckets() {
        return buckets;
    }

    private void blind() {
        long size = keyed.size();
        if (size * (size - 1) / 2 <= LEAST_BLIND) {
            for (int left = 0; left < size; left++) {
                for (int right = left + 1; right < size; right++) {
                    pairs.add(left, right, Pairs.BLIND);
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
                pairs.add(left, right, Pairs.BLIND);
            }
        }
    }

    private int perPass() {
        return Math.max(LEAST_PER_PASS, Math.min(PER_PASS, keyed.size() / ROWS_PER_PAIR));
    }

    private int perBucket() {
        return Math.max(LEAST_PER_BUCKET, Math.min(PER_BUCKET, keyed.size() / ROWS_PER_BUCKET_PAIR));
    }

    /** Some keys, of which whole blocks, of which some pairs: whichever, but always the same. */
    private Draws from(Pass pass) {
        int keys = Math.max(1, keyed.size() / KEYS);
        PassBlocks blocks = PassBlocks.ofSome(keyed, pass, MOST_BEARERS, keys);
        if (keys > 1 && blocks.pairs() < perPass()) {
            keys = 1;
            blocks = PassBlocks.of(keyed, pass, MOST_BEARERS);
        }
        long some = Math.max(1, blocks.pairs() / perPass());
        Draws drawn = new Draws(keys * some);
        for (int block = 0; block < blocks.blocks(); block++) {
            for (int i = blocks.starts()[block]; i < blocks.starts()[block + 1]; i++) {
                for (int j = i + 1; j < blocks.starts()[block + 1]; j++) {
                    int left = blocks.rows()[i];
                    int right = blocks.rows()[j];
                    if (left != right && Long.remainderUnsigned(Hashes.of(left, right), some) == 0) {
                        drawn.add(left, right);
                    }
                }
            }
        }
        return drawn;
    }

    /** Of each class of {@link Bucket}. */
    private Draws[] sharing(int slot) {
        PassBlocks blocks = PassBlocks.of(keyed, whole(slot), Integer.MAX_VALUE);
        Draws[] drawn = new Draws[Bucket.SIZES];
        for (int size = 0; size < Bucket.SIZES; size++) {
            drawn[size] = new Draws(1);
            IntArray places = new IntArray(64);
            IntArray of = new IntArray(64);
            for (int block = 0; block < blocks.blocks(); block++) {
                if (Bucket.of(blocks.starts()[block + 1] - blocks.starts()[block]) == size) {
                    for (int at = blocks.starts()[block]; at < blocks.starts()[block + 1]; at++) {
                        places.add(at);
                        of.add(block);
                    }
                }
            }
            draw(blocks, places, of, slot * Bucket.SIZES + size, drawn[size]);
        }
        return drawn;
    }

    private void draw(PassBlocks blocks, IntArray places, IntArray of, int seed, Draws drawn) {
        int draws = Math.min(perBucket(), places.size());
        for (int i = 0; i < draws; i++) {
            long chance = Hashes.mixed((seed * 1_000_003L + i) * 0x9e3779b97f4a7c15L);
            int at = (int) ((chance >>> 32) * places.size() >>> 32);
            int start = blocks.starts()[of.get(at)];
            int size = blocks.starts()[of.get(at) + 1] - start;
            int other = (places.get(at) - start + 1 + (int) ((chance & 0xffffffffL) * (size - 1) >>> 32)) % size;
            drawn.add(blocks.rows()[places.get(at)], blocks.rows()[start + other]);
        }
    }

    int passCount() {
        return passes.size();
    }

    /** How often a drawn pair is expected among those drawn from passes; more than 0 for one that a pass gave. */
    double chance(int pair) {
        double chance = 0;
        for (int pass = 0; pass < oneIn.length; pass++) {
            boolean gives =
                    pairs.pass(pair) == pass || keyed.meet(passes.get(pass), pairs.left(pair), pairs.right(pair));
            chance += gives ? 1.0 / oneIn[pass] : 0;
        }
        return chance;
    }

    /** Drawn pairs, one in so many of all that there are. */
    private static final class Draws {
        private final long oneIn;
        private final IntArray lefts = new IntArray(64);
        private final IntArray rights = new IntArray(64);

        Draws(long oneIn) {
            this.oneIn = oneIn;
        }

        void add(int left, int right) {
            lefts.add(left);
            rights.add(right);
        }
    }
}
