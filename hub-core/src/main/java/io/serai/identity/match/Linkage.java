package io.serai.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes clusters one by falling evidence. An edge brings two clusters together; what decides is what all pairs across the two
 * say: each node is weighed as if it were written by the other cluster's person from one of its nodes, whichever (the mean of
 * the odds), and over the nodes the weights are averaged (average linkage, Sokal and Michener 1958). Weights are clipped, so
 * that one pair cannot outvote the rest. Plain connected components would chain different people together.
 *
 * <p>A cluster that something else than likeness made may say unlike things of its person, who has moved or married. Its nodes
 * are taken in parts that do not contradict themselves, and the two parts that fit best decide. Such a part speaks with one
 * voice, that of the node that says most: a newsletter's record with little but the address of an account does not make the
 * account's person less alike to anybody.
 */
public final class Linkage {

    /** A component of more nodes than this is split by a higher floor. */
    public static final int MAX_COMPONENT = 1000;

    private static final int MOST_PARTS = 8;

    /** How strongly two nodes are the same person; any two nodes may be asked for. */
    @FunctionalInterface
    public interface Weights {
        /** Hundredths of a bit. */
        int weight(int left, int right);
    }

    /** The clusters that there are, and what must not be crossed: limits, exclusive identifiers, decisions of people. */
    public interface Ground {

        /** The cluster of a node: any number, the same for all nodes of the cluster until it is merged. */
        int find(int node);

        /** Whether nothing stands between two clusters, given by what {@link #find} says. */
        boolean mayMerge(int left, int right);

        /**
         * Makes two clusters one.
         *
         * @param one a node of one
         * @param two a node of the other; the edge between them is what brought the two together
         * @param weight of the edge
         */
        void merge(int one, int two, int weight);
    }

    /**
     * A pair that is worth looking at.
     *
     * @param left a node; nodes are numbered in the order of what they say, so that ties are broken by content
     * @param right another node
     * @param weight of the pair
     */
    public record Edge(int left, int right, int weight) {

        /** The strongest first, ties by content. */
        public static final Comparator<Edge> STRONGEST = Comparator.comparingInt(Edge::weight)
                .reversed()
                .thenComparingInt(Edge::left)
                .thenComparingInt(Edge::right);
    }

    private record Fit(int left, int right, int mean) {}

    private final Voices voices;
    private final Ground ground;
    private final int mergeAt;
    private final int contradictedBelow;
    private final Map<Integer, int[]> bound = new HashMap<>();
    private final Map<Integer, int[][]> parts = new HashMap<>();

    private Linkage(Weights weights, Ground ground, int mergeAt, int contradictedBelow) {
        this.voices = new Voices(weights, contradictedBelow);
        this.ground = ground;
        this.mergeAt = mergeAt;
        this.contradictedBelow = contradictedBelow;
    }

    /**
     * Merges what belongs together.
     *
     * @param nodes how many there are, numbered from 0
     * @param edges candidates at or above the model's floor, in any order
     * @param mergeAt weight from which clusters merge
     * @param contradictedBelow weight below which two nodes of one cluster speak of unlike people
     */
    public static void link(
            int nodes, List<Edge> edges, Weights weights, Ground ground, int mergeAt, int contradictedBelow) {
        Linkage linkage = new Linkage(weights, ground, mergeAt, contradictedBelow);
        linkage.gather(nodes);
        edges.stream().sorted(Edge.STRONGEST).forEach(edge -> linkage.follow(edge.left(), edge.right(), edge.weight()));
    }

    /** The same for many nodes, none of which is in a cluster yet, by their numbers. */
    static void link(Candidates found, Weights weights, Ground ground, int mergeAt) {
        Linkage linkage = new Linkage(weights, ground, mergeAt, mergeAt);
        long[] order = new long[found.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) (Integer.MAX_VALUE / 2 - found.weight()[i]) << 32 | i;
        }
        Arrays.parallelSort(order);
        for (long each : order) {
            int i = (int) each;
            linkage.follow(found.left()[i], found.right()[i], found.weight()[i]);
        }
    }

    private void gather(int nodes) {
        Map<Integer, IntArray> gathered = new HashMap<>();
        for (int node = 0; node < nodes; node++) {
            gathered.computeIfAbsent(ground.find(node), root -> new IntArray(2)).add(node);
        }
        gathered.forEach((root, of) -> bound.put(root, of.toArray()));
    }

    private int[][] parts(int root) {
        int[][] known = parts.get(root);
        if (known != null) {
            return known;
        }
        int[] nodes = bound.get(root);
        if (nodes == null) {
            return new int[][] {{root}};
        }
        int[][] found = apart(nodes);
        parts.put(root, found);
        return found;
    }

    /** Nodes in order, each with the part that it fits best unless it contradicts them all. */
    private int[][] apart(int[] nodes) {
        List<int[]> apart = new ArrayList<>(1);
        for (int node : nodes) {
            int[] own = {node};
            int best = -1;
            int most = Integer.MIN_VALUE;
            for (int part = 0; part < apart.size(); part++) {
                int mean = across(apart.get(part), own);
                if (mean > most) {
                    most = mean;
                    best = part;
                }
            }
            if (best < 0 || most < contradictedBelow && apart.size() < MOST_PARTS) {
                apart.add(own);
            } else {
                apart.set(best, merged(apart.get(best), own));
            }
        }
        return apart.stream().map(voices::one).toArray(int[][]::new);
    }

    private void follow(int one, int two, int weight) {
        int left = ground.find(one);
        int right = ground.find(two);
        if (left == right) {
            return;
        }
        int[][] ours = parts(left);
        int[][] theirs = parts(right);
        Fit best = best(ours, theirs);
        if (best.mean() >= mergeAt && ground.mayMerge(left, right)) {
            ground.merge(one, two, weight);
            parts.remove(left);
            parts.remove(right);
            parts.put(ground.find(one), together(ours, theirs, best));
        }
    }

    private Fit best(int[][] ours, int[][] theirs) {
        Fit best = null;
        for (int left = 0; left < ours.length; left++) {
            for (int right = 0; right < theirs.length; right++) {
                int mean = across(ours[left], theirs[right]);
                if (best == null || mean > best.mean()) {
                    best = new Fit(left, right, mean);
                }
            }
        }
        return best;
    }

    private static int[][] together(int[][] ours, int[][] theirs, Fit best) {
        int[] one = merged(ours[best.left()], theirs[best.right()]);
        if (ours.length + theirs.length == 2) {
            return new int[][] {one};
        }
        List<int[]> all = new ArrayList<>(List.of(ours));
        all.addAll(List.of(theirs));
        all.removeIf(part -> part == ours[best.left()] || part == theirs[best.right()]);
        all.add(one);
        all.sort(Comparator.comparingInt(part -> part[0]));
        return all.toArray(int[][]::new);
    }

    private static int[] merged(int[] one, int[] two) {
        int[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        Arrays.sort(both);
        return both;
    }

    private int across(int[] left, int[] right) {
        int[] some = Voices.some(left);
        int[] others = Voices.some(right);
        double[] odds = new double[others.length];
        long sum = 0;
        for (int one : some) {
            double ofOne = 0;
            for (int j = 0; j < others.length; j++) {
                double each = Bits.power(voices.weight(one, others[j]));
                ofOne += each;
                odds[j] += each;
            }
            sum += Bits.of(ofOne / others.length);
        }
        long back = 0;
        for (double each : odds) {
            back += Bits.of(each / some.length);
        }
        return (int) Math.floorDiv(Math.floorDiv(sum, some.length) + Math.floorDiv(back, others.length), 2);
    }
}
