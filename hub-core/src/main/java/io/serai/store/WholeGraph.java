package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.MatchEdge;
import io.serai.identity.WholeLevels;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everybody at once, and what links them: values, joins and edges. */
final class WholeGraph {

    private final Connection connection;
    private final SignatureIds ids;
    private final WholeLevels links;
    private final Likeness likeness;
    private final BitSet onMany = new BitSet();
    private int[] found = {};

    private WholeGraph(Connection connection, SignatureIds ids, Likeness likeness) {
        this.connection = connection;
        this.ids = ids;
        this.likeness = likeness;
        links = new WholeLevels(ids.size());
    }

    /** @param likeness null when nothing is matched */
    static WholeGraph load(Connection connection, IdentityRules rules, Likeness likeness) throws SQLException {
        WholeGraph graph = new WholeGraph(connection, SignatureIds.live(connection), likeness);
        new StoredLinks(connection, rules).each(graph::linkAll);
        return graph.joined();
    }

    private void linkAll(long[] bearers, boolean many) {
        int first = -1;
        for (long bearer : bearers) {
            int node = node(bearer);
            if (node >= 0) {
                if (first >= 0) {
                    links.link(first, node);
                }
                first = first >= 0 ? first : node;
                if (many) {
                    onMany.set(node);
                }
            }
        }
    }

    /** @param overloaded hashes of the values that link nobody */
    static WholeGraph of(
            Connection connection, SignatureIds ids, SharedValues shared, Set<Long> overloaded, Likeness likeness)
            throws SQLException {
        WholeGraph graph = new WholeGraph(connection, ids, likeness);
        shared.link(graph.links, overloaded::contains);
        return graph.joined();
    }

    private WholeGraph joined() throws SQLException {
        for (MatchEdge join : joins()) {
            links.link(node(join.left()), node(join.right()));
        }
        if (likeness != null) {
            Sql.each(
                    connection,
                    row -> links.edge(node(row.getLong(1)), node(row.getLong(2)), row.getInt(3)),
                    "SELECT signature_id, other_id, weight FROM match_edge WHERE signature_id < other_id");
        }
        return this;
    }

    /** The place of a live signature; negative for another. */
    int node(long id) {
        return ids.place(id);
    }

    /** The place of the first live signature from a number on. */
    int from(long id) {
        int node = node(id);
        return node >= 0 ? node : -1 - node;
    }

    /** Signatures with a value that more of them bear than people may, and that links them. */
    BitSet onMany() {
        return onMany;
    }

    /** Edges between some signatures that count, once levels are settled. */
    List<MatchEdge> edges(Collection<Long> some) {
        return likeness == null
                ? List.of()
                : new SqliteMatchIndex(connection)
                        .edges(some).stream()
                                .filter(edge ->
                                        edge.weight() >= Math.min(floor(node(edge.left())), floor(node(edge.right()))))
                                .toList();
    }

    /** All live signatures. */
    SignatureIds ids() {
        return ids;
    }

    /** Works out the levels of everybody, writes them, and answers the components; of each signature one that stands for its. */
    int[] settle() throws SQLException {
        if (likeness == null) {
            return links.components();
        }
        found = links.levels(likeness);
        Map<Long, Integer> kept = new TreeMap<>();
        for (int node = 0; node < ids.size(); node++) {
            if (found[node] > 0) {
                kept.put(ids.id(node), found[node]);
            }
        }
        Sql.update(connection, "DELETE FROM match_level");
        new SqliteMatchIndex(connection).setLevels(kept);
        return links.components(found, likeness);
    }

    /** From which weight on edges of a signature count, once levels are settled. */
    int floor(int node) {
        return WholeLevels.floor(found[node], likeness);
    }

    private List<MatchEdge> joins() throws SQLException {
        return Sql.list(connection, row -> MatchEdge.of(row.getLong(1), row.getLong(2), 0), """
                SELECT l.signature_id, r.signature_id FROM identity_decision d
                JOIN record_state l ON l.record_id = d.left_record
                JOIN record_state r ON r.record_id = d.right_record
                WHERE d.kind = 'JOIN' AND l.signature_id IS NOT NULL AND r.signature_id IS NOT NULL""");
    }
}
