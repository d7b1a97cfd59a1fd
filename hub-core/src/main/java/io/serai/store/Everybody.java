package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All live signatures that are to be looked at again, whole components one after the other. Left out is who is linked to
 * nobody, has a profile alone and nothing open: there is nothing that could change.
 */
final class Everybody {

    private final long[] ids;
    /** Component and place in {@link #ids} in one number, ascending. */
    private final long[] order;

    private int at;

    private Everybody(long[] ids, long[] order) {
        this.ids = ids;
        this.order = order;
    }

    /** @param likeness null when nothing is matched; else levels are brought up to date, too */
    static Everybody load(Connection connection, IdentityRules rules, Likeness likeness) throws SQLException {
        WholeGraph graph = WholeGraph.load(connection, rules, likeness);
        int[] components = graph.settle();
        boolean[] alone = alone(components);
        Set<Long> open = open(connection);
        long[] order = new long[components.length];
        int size = 0;
        for (int node = 0; node < components.length; node++) {
            if (!alone[node] || open.contains(graph.ids()[node])) {
                order[size++] = (long) components[node] << 32 | node;
            }
        }
        long[] sorted = Arrays.copyOf(order, size);
        Arrays.sort(sorted);
        return new Everybody(graph.ids(), sorted);
    }

    private static boolean[] alone(int[] components) {
        int[] sizes = new int[components.length];
        for (int component : components) {
            sizes[component]++;
        }
        boolean[] alone = new boolean[components.length];
        for (int node = 0; node < alone.length; node++) {
            alone[node] = sizes[components[node]] == 1;
        }
        return alone;
    }

    private static Set<Long> open(Connection connection) throws SQLException {
        Set<Long> open = new HashSet<>();
        for (String sql : List.of(
                """
                SELECT id FROM signature WHERE records > 0 AND (profile_id IS NULL OR profile_id IN (
                  SELECT profile_id FROM signature WHERE records > 0 GROUP BY profile_id HAVING count(*) > 1))""",
                "SELECT s.id FROM profile p JOIN signature s ON s.profile_id = p.id WHERE p.certainty < 1",
                "SELECT left_signature FROM review WHERE status = 'open'",
                "SELECT right_signature FROM review WHERE status = 'open'",
                """
                SELECT i.signature_id FROM overloaded_value o
                JOIN signature_identifier i ON i.name_id = o.name_id AND i.value = o.value""")) {
            Sql.each(connection, row -> open.add(row.getLong(1)), sql);
        }
        return open;
    }

    /** Whole components, so many that this many signatures are reached; empty at the end. */
    List<Long> next(int most) {
        List<Long> next = new ArrayList<>();
        while (at < order.length && (next.size() < most || order[at] >>> 32 == order[at - 1] >>> 32)) {
            next.add(ids[(int) order[at++]]);
        }
        return next;
    }
}
