package io.serai.identity;

import io.serai.identity.match.Linkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts clusters together that are alike, where identifiers and decisions have left them apart. */
final class Affinity implements Linkage.Ground {

    private final Nodes nodes;
    private final Forest forest;
    private final Likeness likeness;
    private final LinkBook book;
    private final List<Linkage.Edge> edges = new ArrayList<>();
    /** Only who says something is compared: orders say nothing about who is alike. */
    private final List<Integer> speakers = new ArrayList<>();

    private final List<Object> portraits = new ArrayList<>();
    private final int nothing;

    Affinity(Nodes nodes, Forest forest, Bonds bonds, LinkBook book) {
        this.nodes = nodes;
        this.forest = forest;
        this.book = book;
        likeness = bonds.likeness();
        Object silent = likeness.portrait(List.of());
        nothing = likeness.weight(silent, silent);
        Map<Long, Integer> speakerOf = new HashMap<>();
        for (int node = 0; node < nodes.size(); node++) {
            List<String> said = nodes.signature(node).said();
            if (!said.isEmpty()) {
                speakerOf.put(nodes.signature(node).id(), speakers.size());
                speakers.add(node);
                portraits.add(likeness.portrait(bonds.evidence().apply(said)));
            }
        }
        for (MatchEdge edge : bonds.edges()) {
            Integer left = speakerOf.get(edge.left());
            Integer right = speakerOf.get(edge.right());
            if (left != null && right != null) {
                edges.add(new Linkage.Edge(Math.min(left, right), Math.max(left, right), edge.weight()));
            }
        }
    }

    /** Links, the strongest first. */
    void link() {
        Linkage.link(speakers.size(), edges, this::weight, this, likeness.mergeAt(), nothing);
    }

    /** Two that can not be compared say neither this nor that about whether their clusters are one person. */
    private int weight(int left, int right) {
        int weight = likeness.weight(portraits.get(left), portraits.get(right));
        return weight == nothing ? likeness.mergeAt() : weight;
    }

    private long id(int speaker) {
        return nodes.signature(speakers.get(speaker)).id();
    }

    @Override
    public int find(int speaker) {
        return forest.find(speakers.get(speaker));
    }

    @Override
    public boolean mayMerge(int left, int right) {
        return !forest.keptApart(left, right) && forest.crossed(left, right) == null;
    }

    /** Parts that a person joined need no likeness to be one person. */
    @Override
    public void merge(int one, int two, int weight) {
        int left = speakers.get(one);
        int right = speakers.get(two);
        if (forest.whole(left) != forest.whole(right)) {
            book.like(left, right, weight);
        }
        forest.union(forest.find(left), forest.find(right));
    }

    /** The strongest pair of every two clusters that may be one person and of which nobody has said that they are not. */
    List<Doubt> reviews() {
        edges.sort(Linkage.Edge.STRONGEST);
        Map<List<Integer>, Doubt> doubts = new LinkedHashMap<>();
        for (Linkage.Edge edge : edges) {
            int left = forest.whole(speakers.get(edge.left()));
            int right = forest.whole(speakers.get(edge.right()));
            if (edge.weight() >= likeness.reviewAt() && left != right && !forest.keptApart(left, right)) {
                doubts.computeIfAbsent(List.of(Math.min(left, right), Math.max(left, right)), pair -> doubt(edge));
            }
        }
        return List.copyOf(doubts.values());
    }

    private Doubt doubt(Linkage.Edge edge) {
        IdentifierRule crossed = forest.crossed(find(edge.left()), find(edge.right()));
        Doubt.Why why = crossed != null
                ? Doubt.Why.LIMIT
                : edge.weight() < likeness.mergeAt() ? Doubt.Why.LIKELY : Doubt.Why.CONTRADICTED;
        return new Doubt(
                id(edge.left()), id(edge.right()), edge.weight(), why, crossed == null ? null : crossed.name());
    }
}
