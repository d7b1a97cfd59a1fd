package io.serai.identity.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Clusters of nodes under construction by falling evidence. */
public final class Linkage {

    /** A component of more nodes than this is split by a higher floor. */
    public static final int MAX_COMPONENT = 1000;

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
     * @param mean weight of all pairs across the two clusters, clipped: what the decision rests on
     */
    public record Merge(int left, int right, int weight, int mean) {}

    /**
     * Two clusters that stayed apart though they may be one person.
     *
     * @param left the node of the strongest edge between them
     * @param right its other node
     * @param weight of the edge
     * @param mean of all pairs across
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

    private static final int MOST_PAIRS = 256;
    private static final int CLIP = 1500;

    private final Weights weights;
    private final Ground ground;
    private final int mergeAt;
    private final int reviewAt;
    private final Map<Integer, int[]> members = new HashMap<>();
    private final List<Merge> merges = new ArrayList<>();
    private final Map<Long, Review> reviews = new LinkedHashMap<>();

    private Linkage(Weights weights, Ground ground, int mergeAt, int reviewAt) {
        this.weights = weights;
        this.ground = ground;
        this.mergeAt = mergeAt;
        this.reviewAt = reviewAt;
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
        Linkage linkage = new Linkage(weights, ground, mergeAt, reviewAt);
        linkage.gather(nodes);
        List<Edge> sorted = new ArrayList<>(edges);
        sorted.sort(Comparator.comparingInt(Edge::weight)
                .reversed()
                .thenComparingInt(Edge::left)
                .thenComparingInt(Edge::right));
        sorted.forEach(linkage::follow);
        return new Outcome(List.copyOf(linkage.merges), List.of());
    }

    private void gather(int nodes) {
        for (int node = 0; node < nodes; node++) {
            int root = ground.find(node);
            int[] before = members.get(root);
            int[] now = before == null ? new int[1] : Arrays.copyOf(before, before.length + 1);
            now[now.length - 1] = node;
            members.put(root, now);
        }
    }

    private void follow(Edge edge) {
        int left = ground.find(edge.left());
        int right = ground.find(edge.right());
        if (left == right) {
            return;
        }
        int mean = mean(members.get(left), members.get(right));
        if (mean >= mergeAt && ground.mayMerge(left, right)) {
            ground.merge(left, right);
            int[] one = members.remove(left);
            int[] two = members.remove(right);
            int[] both = Arrays.copyOf(one, one.length + two.length);
            System.arraycopy(two, 0, both, one.length, two.length);
            Arrays.sort(both);
            members.put(ground.find(edge.left()), both);
            merges.add(new Merge(edge.left(), edge.right(), edge.weight(), mean));
        }
    }

    private int mean(int[] left, int[] right) {
        long sum = 0;
        int pairs = 0;
        for (int one : left) {
            for (int two : right) {
                sum += Math.max(-CLIP, Math.min(CLIP, weights.weight(one, two)));
                pairs++;
            }
        }
        return (int) (sum / pairs);
    }

    /**
     * What was done.
     *
     * @param merges in order
     * @param reviews by falling weight
     */
    public record Outcome(List<Merge> merges, List<Review> reviews) {}
}
