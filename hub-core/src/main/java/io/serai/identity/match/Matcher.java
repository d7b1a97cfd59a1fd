package io.serai.identity.match;

/** Matches all records of a sample at once: the same candidates and weights as one by one, faster. */
public final class Matcher {

    private static final int CHUNK = 2048;
    /** What is not connected is linked side by side. */
    private static final int PARTS = 16;

    private final Model model;
    private final Sample sample;
    private final int threads;
    private final int[][] rarities;
    private Blocks blocks;

    /** @param sample in the model's fields; no record may come after this */
    public Matcher(Model model, Sample sample, int threads) {
        this(model, sample, threads, null);
    }

    private Matcher(Model model, Sample sample, int threads, Blocks blocks) {
        this.model = model;
        this.sample = sample.closed(threads);
        this.threads = threads;
        this.blocks = blocks;
        rarities = new int[model.slots().size()][];
        Parallel.run(threads, rarities.length, 1, (from, to) -> {
            for (int slot = from; slot < to; slot++) {
                rarities[slot] = rarities(slot);
            }
        });
    }

    /** Learns from a sample to match the same sample; the same as {@link Model#fit} first, without looking for candidates twice. */
    public static Matcher learning(Sample sample, FitSettings settings) {
        Fitting fitting = new Fitting(sample, settings.threads());
        return new Matcher(fitting.fit(), sample, settings.threads(), fitting.blocks());
    }

    /** By which it matches. */
    public Model model() {
        return model;
    }

    private int[] rarities(int slot) {
        Column column = sample.column(slot);
        int[] of = new int[column.size()];
        for (int value = 0; value < of.length; value++) {
            of[value] = model.frequencies().get(slot).rarity(column.hash(value));
        }
        return of;
    }

    /**
     * Who is who.
     *
     * @param mergeAt weight from which clusters merge, see {@link Model#weightOf}
     */
    public Matches match(int mergeAt) {
        Candidates found = candidates();
        Unions unions = new Unions(sample.size());
        Candidates[] parts = found.apart(sample.size(), PARTS);
        Parallel.run(threads, parts.length, 1, (from, to) -> {
            for (int part = from; part < to; part++) {
                Linkage.link(parts[part], scorer()::weight, unions, mergeAt);
            }
        });
        return new Matches(people(unions), asAdded(found));
    }

    private int[] people(Unions unions) {
        int[] rows = new int[sample.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[sample.original(row)] = row;
        }
        int[] numbers = new int[rows.length];
        int[] people = new int[rows.length];
        int last = 0;
        for (int added = 0; added < rows.length; added++) {
            int root = unions.find(rows[added]);
            numbers[root] = numbers[root] == 0 ? ++last : numbers[root];
            people[added] = numbers[root] - 1;
        }
        return people;
    }

    private Candidates asAdded(Candidates found) {
        int[] left = found.left().clone();
        int[] right = found.right().clone();
        for (int i = 0; i < left.length; i++) {
            left[i] = sample.original(left[i]);
            right[i] = sample.original(right[i]);
        }
        return new Candidates(found.compared(), left, right, found.weight());
    }

    /** All pairs of candidates at or above the floor. Records are numbered in content order. */
    Candidates candidates() {
        Blocks all = blocks();
        Found[] found = new Found[(all.size() + CHUNK - 1) / CHUNK];
        ThreadLocal<Scorer> scorers = ThreadLocal.withInitial(this::scorer);
        Parallel.run(threads, all.size(), CHUNK, (from, to) -> {
            for (int block = from; block < to; block += CHUNK) {
                found[block / CHUNK] = search(all, block, Math.min(to, block + CHUNK), scorers.get());
            }
        });
        return joined(found);
    }

    private Found search(Blocks all, int from, int to, Scorer scorer) {
        Found found = new Found();
        int floor = model.edgeFloor();
        for (int block = from; block < to; block++) {
            for (int i = all.from(block); i < all.to(block); i++) {
                for (int j = i + 1; j < all.to(block); j++) {
                    int left = all.row(i);
                    int right = all.row(j);
                    if (all.gives(block, left, right)) {
                        found.compared++;
                        int weight = scorer.weight(left, right, floor);
                        if (weight >= floor) {
                            found.left.add(left);
                            found.right.add(right);
                            found.weight.add(weight);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Candidates joined(Found[] found) {
        int size = 0;
        long compared = 0;
        for (Found each : found) {
            size += each.left.size();
            compared += each.compared;
        }
        int[][] all = new int[3][size];
        int at = 0;
        for (Found each : found) {
            System.arraycopy(each.left.toArray(), 0, all[0], at, each.left.size());
            System.arraycopy(each.right.toArray(), 0, all[1], at, each.left.size());
            System.arraycopy(each.weight.toArray(), 0, all[2], at, each.left.size());
            at += each.left.size();
        }
        return new Candidates(compared, all[0], all[1], all[2]);
    }

    Scorer scorer() {
        return new Scorer(sample, model, rarities);
    }

    Blocks blocks() {
        if (blocks == null) {
            blocks = Blocks.of(new Keyed(sample, threads), model.passList(), model.blockLimit(), threads);
        }
        return blocks;
    }

    private static final class Found {
        private final IntArray left = new IntArray(64);
        private final IntArray right = new IntArray(64);
        private final IntArray weight = new IntArray(64);
        private long compared;
    }
}
