package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is who among signatures that nothing links to others: whole connected components, as many as one likes. Decisions of
 * people come first, then values by priority, then likeness; nothing depends on numbers or on the order of arrival.
 *
 * <p>A cluster that people joined stays in parts: each takes in what it would take in alone, so a join adds and never drives
 * anybody out. What people keep apart is kept apart from all parts.
 */
public final class Clustering {

    private final Nodes nodes;
    private final Forest forest;
    private final LinkBook book;
    private List<Doubt> reviews = List.of();

    private Clustering(Nodes nodes, boolean explained) {
        this.nodes = nodes;
        forest = nodes.forest();
        book = new LinkBook(nodes, explained);
    }

    /**
     * Clusters by identifiers and decisions alone.
     *
     * @param signatures everybody, each once
     * @param overloaded values on too many people: they link nobody
     * @param decisions of people; those about others than the signatures do not count
     */
    public static Clustering of(
            IdentityRules rules,
            Collection<Signature> signatures,
            Set<Identifier> overloaded,
            Collection<Decision> decisions) {
        return of(rules, signatures, new Bonds(overloaded, decisions), false);
    }

    /** Clusters, and remembers who was refused when that is asked for. */
    static Clustering of(IdentityRules rules, Collection<Signature> signatures, Bonds bonds, boolean explained) {
        Nodes nodes = Nodes.of(rules, signatures, bonds.overloaded());
        Clustering clustering = new Clustering(nodes, explained);
        clustering.obey(bonds.decisions());
        nodes.forEachValue(new ValueLinks(clustering.forest, clustering.book));
        if (!bonds.edges().isEmpty()) {
            Affinity affinity = new Affinity(nodes, clustering.forest, bonds, clustering.book);
            affinity.link();
            clustering.reviews = affinity.reviews();
        }
        return clustering;
    }

    /** The clusters, each in content order. */
    public List<List<Signature>> clusters() {
        Map<Integer, List<Signature>> clusters = new LinkedHashMap<>();
        for (int member = 0; member < nodes.size(); member++) {
            clusters.computeIfAbsent(forest.whole(member), root -> new ArrayList<>(2))
                    .add(nodes.signature(member));
        }
        return List.copyOf(clusters.values());
    }

    /** Of each signature the part of its cluster that people joined to others: any number, the same within one part. */
    Map<Long, Integer> parts() {
        Map<Long, Integer> parts = new HashMap<>();
        for (int member = 0; member < nodes.size(); member++) {
            parts.put(nodes.signature(member).id(), forest.find(member));
        }
        return parts;
    }

    /** What holds the clusters together, as few links as do, the strongest kind first. */
    List<Link> links() {
        return book.links();
    }

    /** Pairs of clusters that may be one person. */
    List<Doubt> reviews() {
        return reviews;
    }

    /** Who shares a value and was refused; empty unless explained. */
    List<Refusal> refusals() {
        return book.refusals();
    }

    private void obey(Collection<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        Map<Long, Integer> memberOf = new HashMap<>();
        for (int member = 0; member < nodes.size(); member++) {
            memberOf.put(nodes.signature(member).id(), member);
        }
        List<int[]> joins = new ArrayList<>();
        for (Decision decision : decisions) {
            Integer left = memberOf.get(decision.left());
            Integer right = memberOf.get(decision.right());
            if (left == null || right == null || left.equals(right)) {
                continue;
            }
            if (decision.kind() == Decision.Kind.SPLIT) {
                forest.keepApart(left, right);
            } else {
                joins.add(new int[] {Math.min(left, right), Math.max(left, right)});
            }
        }
        joins.sort(Arrays::compare);
        joins.forEach(join -> join(join[0], join[1]));
    }

    private void join(int left, int right) {
        if (forest.whole(left) == forest.whole(right)) {
            return;
        }
        if (forest.keptApart(left, right)) {
            book.refuse(left, right, null, Refusal.Why.KEPT_APART, null);
        } else {
            forest.bind(left, right);
            book.link(left, right, null);
        }
    }
}
