package io.serai.identity.match;

/** Clusters between which nothing stands (Tarjan 1975). */
final class Unions implements Linkage.Ground {

    private final int[] parent;

    Unions(int nodes) {
        parent = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            parent[node] = node;
        }
    }

    @Override
    public int find(int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    @Override
    public boolean mayMerge(int left, int right) {
        return true;
    }

    @Override
    public void merge(int one, int two, int weight) {
        int left = find(one);
        int right = find(two);
        parent[Math.max(left, right)] = Math.min(left, right);
    }
}
