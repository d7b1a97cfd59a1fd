package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Finds the components that some signatures are in, breadth first, one batch of questions a round. A component that grows too
 * large is left where it is.
 */
final class Exploration {

    private static final int ENDLESS = Integer.MAX_VALUE / 2;

    private final Surroundings around;
    private final int floor;
    private final int most;
    private final LongPredicate among;

    private final Map<Long, Integer> numberOf = new HashMap<>();
    private final List<Long> nodes = new ArrayList<>();
    private final Set<Identifier> walked = new HashSet<>();
    private int[] parent = new int[64];
    private int[] size = new int[64];
    private List<Long> found = new ArrayList<>();

    /**
     * @param floor the weight from which edges count
     * @param most a component of more is too large
     * @param among whether a signature counts at all
     */
    Exploration(Surroundings around, int floor, int most, LongPredicate among) {
        this.around = around;
        this.floor = floor;
        this.most = most;
        this.among = among;
    }

    /** @param endless whether a component with this signature in it is known to be too large */
    void run(Collection<Long> start, LongPredicate endless) {
        start.forEach(this::number);
        stopAtThe(endless);
        while (!found.isEmpty()) {
            List<Long> round = found;
            found = new ArrayList<>();
            follow(round);
            stopAtThe(endless);
        }
    }

    private void stopAtThe(LongPredicate endless) {
        for (long id : found) {
            if (endless.test(id)) {
                size[root(numberOf.get(id))] = ENDLESS;
            }
        }
        found.removeIf(this::isTooLarge);
    }

    /** Components that were seen whole. */
    Collection<List<Long>> whole() {
        Map<Integer, List<Long>> byRoot = new HashMap<>();
        for (int node = 0; node < nodes.size(); node++) {
            int root = root(node);
            if (size[root] <= most) {
                byRoot.computeIfAbsent(root, key -> new ArrayList<>()).add(nodes.get(node));
            }
        }
        return byRoot.values();
    }

    /** Signatures that were reached in components that are too large. */
    List<Long> inTooLarge() {
        return nodes.stream().filter(this::isTooLarge).toList();
    }

    List<Long> reached() {
        return nodes;
    }

    private boolean isTooLarge(long id) {
        return size[root(numberOf.get(id))] > most;
    }

    private void follow(List<Long> round) {
        Set<Identifier> values = new HashSet<>();
        for (Signature signature : around.signatures(round)) {
            values.addAll(around.linking(signature));
        }
        values.removeAll(around.overloaded(values));
        values.removeAll(walked);
        walked.addAll(values);
        around.findBearers(values);
        follow(round, values);
    }

    private void follow(List<Long> round, Set<Identifier> values) {
        around.findDecisions(round);
        around.findEdges(floor == Integer.MAX_VALUE ? List.of() : round);
        List<long[]> links = new ArrayList<>();
        values.forEach(value -> links.add(around.bearers(value)));
        for (long id : round) {
            for (Decision decision : around.decisions(id)) {
                if (decision.kind() == Decision.Kind.JOIN) {
                    links.add(new long[] {decision.left(), decision.right()});
                }
            }
            for (MatchEdge edge : floor == Integer.MAX_VALUE ? List.<MatchEdge>of() : around.edges(id)) {
                if (edge.weight() >= floor) {
                    links.add(new long[] {edge.left(), edge.right()});
                }
            }
        }
        around.findLevels(links.stream().flatMapToLong(Arrays::stream).boxed().toList());
        links.forEach(this::linkAll);
    }

    private void linkAll(long[] bearers) {
        long first = 0;
        for (long bearer : bearers) {
            if (among.test(bearer)) {
                if (first == 0) {
                    first = bearer;
                }
                link(first, bearer);
            }
        }
    }

    private void link(long one, long other) {
        int left = root(number(one));
        int right = root(number(other));
        if (left != right) {
            parent[right] = left;
            size[left] = Math.min(ENDLESS, size[left] + size[right]);
        }
    }

    private int number(long id) {
        Integer known = numberOf.get(id);
        if (known != null) {
            return known;
        }
        int number = nodes.size();
        numberOf.put(id, number);
        nodes.add(id);
        found.add(id);
        if (number == parent.length) {
            parent = Arrays.copyOf(parent, number * 2);
            size = Arrays.copyOf(size, number * 2);
        }
        parent[number] = number;
        size[number] = 1;
        return number;
    }

    private int root(int node) {
        int root = node;
        while (parent[root] != root) {
            root = parent[root];
        }
        while (parent[node] != root) {
            int next = parent[node];
            parent[node] = root;
            node = next;
        }
        return root;
    }
}
