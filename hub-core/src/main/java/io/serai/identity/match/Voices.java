package io.serai.identity.match;

import java.util.HashMap;
import java.util.Map;

/** Nodes that say one thing of one person together, and what two such voices weigh. Not thread-safe. */
final class Voices {

    private static final int CLIP = 1500;
    /** Of each side at most so many nodes are compared with the other's. */
    private static final int MOST = 24;

    private final Linkage.Weights weights;
    private final int contradictedBelow;
    /** By their first node the nodes that speak as one. */
    private final Map<Integer, int[]> nodes = new HashMap<>();

    Voices(Linkage.Weights weights, int contradictedBelow) {
        this.weights = weights;
        this.contradictedBelow = contradictedBelow;
    }

    /** Makes nodes one voice; the result is the one that stands for them. */
    int[] one(int[] together) {
        if (together.length > 1) {
            nodes.put(together[0], some(together));
        }
        return new int[] {together[0]};
    }

    /** What two voices say, clipped: the most that one pair of their nodes does, or the average where a pair contradicts. */
    int weight(int one, int other) {
        int[] ours = nodes.get(one);
        int[] theirs = nodes.get(other);
        if (ours == null && theirs == null) {
            return clipped(one, other);
        }
        ours = ours == null ? new int[] {one} : ours;
        theirs = theirs == null ? new int[] {other} : theirs;
        int most = -CLIP;
        int least = CLIP;
        long sum = 0;
        for (int left : ours) {
            for (int right : theirs) {
                int each = clipped(left, right);
                most = Math.max(most, each);
                least = Math.min(least, each);
                sum += each;
            }
        }
        return least < contradictedBelow ? (int) Math.floorDiv(sum, (long) ours.length * theirs.length) : most;
    }

    private int clipped(int left, int right) {
        return Math.max(-CLIP, Math.min(CLIP, weights.weight(left, right)));
    }

    /** So many of them that all pairs can be looked at. */
    static int[] some(int[] nodes) {
        int step = (nodes.length + MOST - 1) / MOST;
        int[] some = new int[(nodes.length + step - 1) / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = nodes[i * step];
        }
        return some;
    }
}
