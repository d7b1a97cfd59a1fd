package io.serai.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes clusters one by falling evidence. An edge brings two clusters together; what decides is what all pairs across the two
 * say: each node is weighed as if it were written by the other cluster's person from one of its nodes, whichever (the mean of
 * the odds), and over the nodes the weights are averaged (average linkage, Sokal and Michener 1958). Weights are clipped, so
 * that one pair cannot outvote the rest. Plain connected components would chain different people together.
 */
public final class Linkage {

    /** A component of more nodes than this is split by a higher floor. */
    public static final int MAX_COMPONENT = 1000;

    private static final int CLIP = 1500;
    /** Of each cluster at most so many nodes are compared with the other's. */
    private static final int MOST_VOICES = 24;

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

        /** Makes two clusters one. */
        void merge(int left, int right);
    }

    /**
     * A pair that is worth looking at.
     *
     * @param left a node; nodes are numbered in the order of what they say, so that ties are broken by content
     * @param right another node
     * @param weight of the pair
     */
    public record Edge(int left, int right, int weight) {}

    /**
     * Two clusters that became one.
     *
     * @param left a node of one
     * @param right a node of the other; the edge between them is what brought the two together
     * @param weight of the edge
     * @param mean weight across the two clusters, clipped: what the decision rests on
     */
    public record Merge(int left, int right, int weight, int mean) {}

    /**
     * Two clusters that stayed apart though they may be one person.
     *
     * @param left the node of the strongest edge between them
     * @param right its other node
     * @param weight of the edge
     * @param mean weight across the two clusters
     * @param why what kept them apart
     */
    public record Review(int left, int right, int weight, int mean, Why why) {}

    /** What kept two clusters apart. */
    public enum Why {
        /** Likely, but not likely enough to merge without a person's word. */
        UNSURE,
        /** The strongest pair is enough, but the rest of the two profiles speaks against it. */
        CONTRADICTED,
        /** A limit, an exclusive identifier or a decision stands between. */
        FORBIDDEN
    }

    private final Weights weights;
    private final Ground ground;
    private final int mergeAt;
    private final Map<Integer, int[]> members = new HashMap<>();
    private final List<Merge> merges = new ArrayList<>();

    private Linkage(Weights weights, Ground ground, int mergeAt) {
        this.weights = weights;
        this.ground = ground;
        this.mergeAt = mergeAt;
    }

    /**
     * Merges what belongs together.
     *
     * @param nodes how many there are, numbered from 0
     * @param edges candidates at or above the model's floor, in any order
     * @param mergeAt weight from which clusters merge
     * @param reviewAt weight from which clusters that stay apart are worth a look
     */
    public static Outcome link(int nodes, List<Edge> edges, Weights weights, Ground ground, int mergeAt, int reviewAt) {
        Linkage linkage = new Linkage(weights, ground, mergeAt);
        linkage.gather(nodes);
        List<Edge> sorted = new ArrayList<>(edges);
        sorted.sort(Comparator.comparingInt(Edge::weight)
                .reversed()
                .thenComparingInt(Edge::left)
                .thenComparingInt(Edge::right));
        sorted.forEach(edge -> linkage.follow(edge.left(), edge.right(), edge.weight()));
        return new Outcome(List.copyOf(linkage.merges), linkage.reviews(sorted, reviewAt));
    }

    /** The same for many nodes, none of which is in a cluster yet, by their numbers. */
    static void link(Candidates found, Weights weights, Ground ground, int mergeAt) {
        Linkage linkage = new Linkage(weights, ground, mergeAt);
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
        gathered.forEach((root, of) -> members.put(root, of.toArray()));
    }

    private int[] members(int root) {
        int[] known = members.get(root);
        return known == null ? new int[] {root} : known;
    }

    private void follow(int one, int two, int weight) {
        int left = ground.find(one);
        int right = ground.find(two);
        if (left == right) {
            return;
        }
        int mean = across(members(left), members(right));
        if (mean >= mergeAt && ground.mayMerge(left, right)) {
            ground.merge(left, right);
            int[] both = merged(members(left), members(right));
            members.remove(left);
            members.remove(right);
            members.put(ground.find(one), both);
            merges.add(new Merge(one, two, weight, mean));
        }
    }

    private static int[] merged(int[] one, int[] two) {
        int[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        Arrays.sort(both);
        return both;
    }

    private int across(int[] left, int[] right) {
        int[] some = voices(left);
        int[] others = voices(right);
        double[] odds = new double[others.length];
        long sum = 0;
        for (int one : some) {
            double ofOne = 0;
            for (int j = 0; j < others.length; j++) {
                double each = Bits.power(Math.max(-CLIP, Math.min(CLIP, weights.weight(one, others[j]))));
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

    private static int[] voices(int[] nodes) {
        int step = (nodes.length + MOST_VOICES - 1) / MOST_VOICES;
        int[] voices = new int[(nodes.length + step - 1) / step];
        for (int i = 0; i < voices.length; i++) {
            voices[i] = nodes[i * step];
        }
        return voices;
    }

    /** Of every two clusters left apart, the strongest edge. */
    private List<Review> reviews(List<Edge> sorted, int reviewAt) {
        Map<Long, Review> reviews = new LinkedHashMap<>();
        for (Edge edge : sorted) {
            int left = ground.find(edge.left());
            int right = ground.find(edge.right());
            if (edge.weight() >= reviewAt && left != right) {
                long between = (long) Math.min(left, right) << 32 | Math.max(left, right);
                reviews.computeIfAbsent(between, key -> review(edge, left, right, reviewAt));
            }
        }
        return reviews.values().stream()
                .filter(review -> review.mean() >= reviewAt || review.why() == Why.CONTRADICTED)
                .toList();
    }

    private Review review(Edge edge, int left, int right, int reviewAt) {
        int mean = across(members(left), members(right));
        Why why = mean >= mergeAt
                ? Why.FORBIDDEN
                : edge.weight() >= mergeAt && mean < reviewAt ? Why.CONTRADICTED : Why.UNSURE;
        return new Review(edge.left(), edge.right(), edge.weight(), mean, why);
    }

    /**
     * What was done.
     *
     * @param merges in order
     * @param reviews by falling weight
     */
    public record Outcome(List<Merge> merges, List<Review> reviews) {}
}
