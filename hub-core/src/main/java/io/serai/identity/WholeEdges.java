package io.serai.identity;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The edges of everybody at once: of every two who share a key that is not crowded and whose weight reaches the floor. The
 * same edges as one by one. Nodes are numbered from 0.
 */
final class WholeEdges {

    private final Likeness likeness;
    private final Object[] portraits;
    private final long[][] keysOf;
    /** Keys with at least two bearers and not too many, ascending. */
    private final long[] open;

    private final int[][] blocks;
    private final LongAdder compared = new LongAdder();

    /**
     * @param sayings of each node, to be found by
     * @param evidence of each node what of that counts, to be weighed by
     */
    WholeEdges(Likeness likeness, List<List<String>> sayings, List<List<String>> evidence) {
        this.likeness = likeness;
        portraits = evidence.stream().map(likeness::portrait).toArray();
        keysOf = sayings.stream()
                .map(said -> said.isEmpty() ? new long[0] : likeness.keys(likeness.portrait(said)))
                .map(keys -> Arrays.stream(keys).sorted().distinct().toArray())
                .toArray(long[][]::new);
        open = open();
        blocks = blocks();
    }

    private long[] open() {
        long[] all =
                Arrays.stream(keysOf).flatMapToLong(Arrays::stream).sorted().toArray();
        int kept = 0;
        for (int from = 0, to; from < all.length; from = to) {
            to = from + 1;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            if (to - from > 1 && to - from <= likeness.blockLimit()) {
                all[kept++] = all[from];
            }
        }
        return Arrays.copyOf(all, kept);
    }

    private int[][] blocks() {
        int[][] bearers = new int[open.length][];
        for (int node = 0; node < keysOf.length; node++) {
            keysOf[node] = Arrays.stream(keysOf[node])
                    .filter(key -> Arrays.binarySearch(open, key) >= 0)
                    .toArray();
            for (long key : keysOf[node]) {
                int block = Arrays.binarySearch(open, key);
                int[] of = bearers[block] == null ? new int[0] : bearers[block];
                bearers[block] = Arrays.copyOf(of, of.length + 1);
                bearers[block][of.length] = node;
            }
        }
        return bearers;
    }

    /** How many pairs were compared. */
    long compared() {
        return compared.sum();
    }

    /** Lower numbers first. */
    List<MatchEdge> edges() {
        return IntStream.range(0, blocks.length)
                .parallel()
                .boxed()
                .flatMap(this::pairs)
                .peek(pair -> compared.increment())
                .filter(edge -> edge.weight() >= likeness.floor())
                .sorted(MatchEdge.ORDER)
                .toList();
    }

    /** The pairs of a block that no block before it has. */
    private Stream<MatchEdge> pairs(int block) {
        int[] of = blocks[block];
        return IntStream.range(0, of.length).boxed().flatMap(one -> IntStream.range(one + 1, of.length)
                .filter(other -> isFirst(open[block], of[one], of[other]))
                .mapToObj(other ->
                        new MatchEdge(of[one], of[other], likeness.weight(portraits[of[one]], portraits[of[other]]))));
    }

    private boolean isFirst(long key, int one, int other) {
        long[] left = keysOf[one];
        long[] right = keysOf[other];
        int i = 0;
        int j = 0;
        while (left[i] != right[j]) {
            if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return left[i] == key;
    }
}
