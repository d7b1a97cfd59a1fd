package io.serai.identity;

import java.util.Arrays;

/** The levels of everybody at once. Nodes are numbered from 0. */
public final class WholeLevels {

    private final int[] base;
    private int[] lefts = new int[1024];
    private int[] rights = new int[1024];
    private int[] weights = new int[1024];
    private int edges;

    public WholeLevels(int nodes) {
        base = new int[nodes];
        Arrays.setAll(base, node -> node);
    }

    /** They share a value that links, or a person joined them. */
    public void link(int left, int right) {
        unite(base, left, right);
    }

    /** They are alike. */
    public void edge(int left, int right, int weight) {
        if (edges == lefts.length) {
            lefts = Arrays.copyOf(lefts, edges * 2);
            rights = Arrays.copyOf(rights, edges * 2);
            weights = Arrays.copyOf(weights, edges * 2);
        }
        lefts[edges] = left;
        rights[edges] = right;
        weights[edges++] = weight;
    }

    /** The level of every node. */
    public int[] levels(Likeness likeness) {
        int[] levels = new int[base.length];
        Arrays.fill(levels, Levels.TOP);
        for (int level = Levels.TOP - 1; level >= 0; level--) {
            int[] parent = base.clone();
            int floor = Levels.floor(level, likeness.floor());
            for (int edge = 0; edge < edges; edge++) {
                if (weights[edge] >= floor) {
                    unite(parent, lefts[edge], rights[edge]);
                }
            }
            int[] size = new int[base.length];
            for (int node = 0; node < base.length; node++) {
                size[root(parent, node)]++;
            }
            for (int node = 0; node < base.length; node++) {
                if (size[root(parent, node)] <= likeness.mostTogether()) {
                    levels[node] = level;
                }
            }
        }
        return levels;
    }

    /** From which weight on edges count at a level. */
    public static int floor(int level, Likeness likeness) {
        return Levels.floor(level, likeness.floor());
    }

    /** By node, one node of its component; of those that are in one component, the same. */
    public int[] components(int[] levels, Likeness likeness) {
        int[] parent = base.clone();
        for (int edge = 0; edge < edges; edge++) {
            if (weights[edge] >= Levels.floor(levels[lefts[edge]], likeness.floor())) {
                unite(parent, lefts[edge], rights[edge]);
            }
        }
        return roots(parent);
    }

    /** Without edges. */
    public int[] components() {
        return roots(base);
    }

    private static int[] roots(int[] parent) {
        int[] roots = new int[parent.length];
        Arrays.setAll(roots, node -> root(parent, node));
        return roots;
    }

    private static void unite(int[] parent, int left, int right) {
        int one = root(parent, left);
        int other = root(parent, right);
        parent[Math.max(one, other)] = Math.min(one, other);
    }

    private static int root(int[] parent, int node) {
        int root = node;
        while (parent[root] != root) {
            root = parent[root];
        }
        int at = node;
        while (parent[at] != root) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }
}
