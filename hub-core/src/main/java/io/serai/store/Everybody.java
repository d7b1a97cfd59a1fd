package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** Live signatures that are to be looked at again, whole components one after the other. */
final class Everybody {

    private final WholeGraph graph;
    private final int[] components;
    private final StoredClaims claims;
    /** Component and place in the graph in one number, ascending. */
    private long[] order;

    private int at;

    private Everybody(WholeGraph graph, int[] components, StoredClaims claims, IntPredicate looked) {
        this.graph = graph;
        this.components = components;
        this.claims = claims;
        BitSet all = new BitSet(components.length);
        for (int node = 0; node < components.length; node++) {
            if (looked.test(node)) {
                all.set(components[node]);
            }
        }
        take(all);
    }

    /**
     * All but who is linked to nobody, has a profile alone and nothing open: there is nothing that could change.
     *
     * @param likeness null when nothing is matched; else levels are brought up to date, too
     */
    static Everybody load(Connection connection, IdentityRules rules, Likeness likeness) throws SQLException {
        WholeGraph graph = WholeGraph.load(connection, rules, likeness);
        int[] components = graph.settle();
        StoredClaims claims = StoredClaims.load(connection, graph);
        BitSet inCompany = Components.inCompany(components);
        BitSet open = claims.open();
        return new Everybody(
                graph, components, claims, node -> inCompany.get(node) || open.get(node) || !claims.isAlone(node));
    }

    /** Those who are in a component with somebody that a great load left. Nothing may be matched. */
    static Everybody beside(Connection connection, IdentityRules rules, Landed landed) throws SQLException {
        WholeGraph graph = WholeGraph.load(connection, rules, null);
        BitSet left = new BitSet();
        for (long[] range : landed.ranges()) {
            left.set(graph.from(range[0]), graph.from(range[1] + 1));
        }
        return new Everybody(graph, graph.settle(), StoredClaims.load(connection, graph), left::get);
    }

    WholeGraph graph() {
        return graph;
    }

    StoredClaims claims() {
        return claims;
    }

    /** One signature that stands for the component of a signature; both by their places in the graph. */
    int component(int node) {
        return components[node];
    }

    /** Goes on with some components alone, from the first one on. */
    void take(BitSet some) {
        order = Components.inOrder(components, node -> some.get(components[node]));
        at = 0;
    }

    /** Whole components, so many that this many signatures are reached, by their places in the graph; empty at the end. */
    int[] nodes(int most) {
        int from = at;
        while (at < order.length && (at - from < most || order[at] >>> 32 == order[at - 1] >>> 32)) {
            at++;
        }
        return Arrays.stream(order, from, at).mapToInt(each -> (int) each).toArray();
    }

    /** As {@link #nodes}, by number. */
    List<Long> next(int most) {
        List<Long> next = new ArrayList<>();
        for (int node : nodes(most)) {
            next.add(graph.ids().id(node));
        }
        return next;
    }
}
