package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is who among signatures that nothing links to others: whole connected components, as many as one likes. Values are
 * taken by priority, their bearers in the order of what they say, and each joins the first cluster that it may; so the
 * result does not depend on numbers or on the order of arrival.
 */
public final class Clustering {

    /** A bearer that this many clusters of one value refuse stays apart. */
    private static final int ATTEMPTS = 64;

    private final Nodes nodes;
    private final Forest forest;
    private final boolean explained;
    private final List<Link> links = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private List<Doubt> reviews = List.of();

    private Clustering(Nodes nodes, boolean explained) {
        this.nodes = nodes;
        this.explained = explained;
        this.forest = nodes.forest();
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
        nodes.forEachValue(clustering::link);
        if (!bonds.edges().isEmpty()) {
            Affinity affinity = new Affinity(nodes, clustering.forest, bonds);
            clustering.links.addAll(affinity.link());
            clustering.reviews = affinity.reviews();
        }
        return clustering;
    }

    /** The clusters, each in content order. */
    public List<List<Signature>> clusters() {
        Map<Integer, List<Signature>> byRoot = new LinkedHashMap<>();
        for (int member = 0; member < nodes.size(); member++) {
            byRoot.computeIfAbsent(forest.find(member), root -> new ArrayList<>(2))
                    .add(nodes.signature(member));
        }
        return List.copyOf(byRoot.values());
    }

    /** What holds the clusters together, as few links as do, the strongest kind first. */
    List<Link> links() {
        return links;
    }

    /** Pairs of clusters that may be one person. */
    List<Doubt> reviews() {
        return reviews;
    }

    /** Who shares a value and was refused; empty unless explained. */
    List<Refusal> refusals() {
        return refusals;
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
        for (int[] join : joins) {
            int left = forest.find(join[0]);
            int right = forest.find(join[1]);
            if (left == right) {
                continue;
            }
            if (forest.keptApart(left, right)) {
                refuse(join[0], join[1], null, Refusal.Why.KEPT_APART, null);
            } else {
                unite(join[0], join[1], null);
            }
        }
    }

    private void link(IdentifierRule rule, Identifier value, int[] bearers) {
        if (!rule.shared()) {
            List<Integer> heads = new ArrayList<>(1);
            for (int bearer : bearers) {
                join(bearer, heads, value, false);
            }
            return;
        }
        List<Integer> heads = new ArrayList<>(2);
        for (int bearer : bearers) {
            if (isEvidenced(bearer)) {
                join(bearer, heads, value, true);
            }
        }
        long people = heads.stream().map(forest::find).distinct().count();
        for (int bearer : bearers) {
            if (!isEvidenced(bearer)) {
                attach(bearer, people == 1 ? heads.get(0) : -1, value, bearers);
            }
        }
    }

    private boolean isEvidenced(int bearer) {
        for (Evidence evidence : forest.evidence(forest.find(bearer))) {
            if (evidence.firstName() != null || evidence.birthDate() != null) {
                return true;
            }
        }
        return false;
    }

    private void join(int bearer, List<Integer> heads, Identifier value, boolean shared) {
        for (int head : heads) {
            if (forest.find(head) == forest.find(bearer)) {
                return;
            }
        }
        for (int head : heads) {
            if (joins(head, bearer, value, shared, false)) {
                return;
            }
        }
        if (heads.size() < ATTEMPTS) {
            heads.add(bearer);
        }
    }

    private void attach(int bearer, int head, Identifier value, int[] bearers) {
        if (head >= 0) {
            if (forest.find(head) != forest.find(bearer)) {
                joins(head, bearer, value, true, true);
            }
            return;
        }
        for (int i = 0; i < bearers.length && i < ATTEMPTS; i++) {
            if (forest.find(bearers[i]) != forest.find(bearer)) {
                refuse(bearers[i], bearer, value, Refusal.Why.UNKNOWN, null);
            }
        }
    }

    private boolean joins(int head, int bearer, Identifier value, boolean shared, boolean unknownWillDo) {
        int left = forest.find(head);
        int right = forest.find(bearer);
        if (forest.keptApart(left, right)) {
            return refuse(head, bearer, value, Refusal.Why.KEPT_APART, null);
        }
        if (shared) {
            Agreement agreement = Agreement.between(forest.evidence(left), forest.evidence(right));
            if (agreement == Agreement.DIFFER) {
                return refuse(head, bearer, value, Refusal.Why.DIFFERENT, null);
            }
            if (agreement == Agreement.UNKNOWN && !unknownWillDo) {
                return refuse(head, bearer, value, Refusal.Why.UNKNOWN, null);
            }
        }
        IdentifierRule crossed = forest.crossed(left, right);
        if (crossed != null) {
            return refuse(head, bearer, value, Refusal.Why.LIMIT, crossed.name());
        }
        unite(head, bearer, value);
        return true;
    }

    private void unite(int left, int right, Identifier value) {
        forest.union(forest.find(left), forest.find(right));
        links.add(new Link(nodes.signature(left).id(), nodes.signature(right).id(), value));
    }

    private boolean refuse(int left, int right, Identifier value, Refusal.Why why, String limit) {
        if (explained) {
            long one = nodes.signature(left).id();
            refusals.add(new Refusal(one, nodes.signature(right).id(), value, why, limit));
        }
        return false;
    }

    /** The order of what signatures say; by number only between those that say the same, where it does not matter who is first. */
    static int byContent(Signature left, Signature right) {
        List<Identifier> one = left.identifiers();
        List<Identifier> two = right.identifiers();
        for (int i = 0; i < one.size() && i < two.size(); i++) {
            int order = one.get(i).compareTo(two.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (one.size() != two.size()) {
            return Integer.compare(one.size(), two.size());
        }
        int order = EVIDENCE.compare(left.evidence(), right.evidence());
        order = order != 0 ? order : SAYING.compare(left.said(), right.said());
        return order != 0 ? order : Long.compare(left.id(), right.id());
    }

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<List<String>> SAYING = (left, right) -> {
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            int order = TEXT.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    };
    private static final Comparator<Evidence> EVIDENCE = Comparator.comparing(Evidence::firstName, TEXT)
            .thenComparing(Evidence::lastName, TEXT)
            .thenComparing(Evidence::birthDate, TEXT);
}
