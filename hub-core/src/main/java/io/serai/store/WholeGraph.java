package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.MatchEdge;
import io.serai.identity.WholeLevels;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everybody at once, and what links them: values, joins and edges. */
final class WholeGraph {

    private final Connection connection;
    private final long[] ids;
    private final WholeLevels links;
    private final Likeness likeness;

    private WholeGraph(Connection connection, long[] ids, Likeness likeness) {
        this.connection = connection;
        this.ids = ids;
        this.likeness = likeness;
        links = new WholeLevels(ids.length);
    }

    /** @param likeness null when nothing is matched */
    static WholeGraph load(Connection connection, IdentityRules rules, Likeness likeness) throws SQLException {
        long[] ids = Sql.list(
                        connection, row -> row.getLong(1), "SELECT id FROM signature WHERE records > 0 ORDER BY id")
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
        WholeGraph graph = new WholeGraph(connection, ids, likeness);
        graph.linkValues(rules);
        for (MatchEdge join : graph.joins()) {
            graph.links.link(graph.node(join.left()), graph.node(join.right()));
        }
        if (likeness != null) {
            Sql.each(
                    connection,
                    row -> graph.links.edge(graph.node(row.getLong(1)), graph.node(row.getLong(2)), row.getInt(3)),
                    "SELECT signature_id, other_id, weight FROM match_edge WHERE signature_id < other_id");
        }
        return graph;
    }

    private int node(long id) {
        return Arrays.binarySearch(ids, id);
    }

    /** All live signatures, in order. */
    long[] ids() {
        return ids;
    }

    /** Works out the levels of everybody, writes them, and answers the components; of each signature one that stands for its. */
    int[] settle() throws SQLException {
        if (likeness == null) {
            return links.components();
        }
        int[] found = links.levels(likeness);
        Map<Long, Integer> kept = new TreeMap<>();
        for (int node = 0; node < ids.length; node++) {
            if (found[node] > 0) {
                kept.put(ids[node], found[node]);
            }
        }
        Sql.update(connection, "DELETE FROM match_level");
        new SqliteMatchIndex(connection).setLevels(kept);
        return links.components(found, likeness);
    }

    private void linkValues(IdentityRules rules) throws SQLException {
        Names names = Names.of(connection, "identifier_name");
        Map<Long, Boolean> counts = new HashMap<>();
        long[] last = {0, -1};
        String[] value = {null};
        Sql.each(
                connection,
                row -> {
                    long name = row.getLong(1);
                    if (!counts.computeIfAbsent(
                            name, id -> rules.rule(names.name(id)).isPresent())) {
                        return;
                    }
                    int node = node(row.getLong(3));
                    if (name == last[0] && row.getString(2).equals(value[0])) {
                        links.link((int) last[1], node);
                    }
                    last[0] = name;
                    last[1] = node;
                    value[0] = row.getString(2);
                },
                """
                SELECT i.name_id, i.value, i.signature_id FROM signature_identifier i
                JOIN signature s ON s.id = i.signature_id AND s.records > 0
                WHERE NOT EXISTS (SELECT 1 FROM overloaded_value o WHERE o.name_id = i.name_id AND o.value = i.value)
                ORDER BY i.name_id, i.value""");
    }

    private List<MatchEdge> joins() throws SQLException {
        return Sql.list(connection, row -> MatchEdge.of(row.getLong(1), row.getLong(2), 0), """
                SELECT l.signature_id, r.signature_id FROM identity_decision d
                JOIN record_state l ON l.record_id = d.left_record
                JOIN record_state r ON r.record_id = d.right_record
                WHERE d.kind = 'JOIN' AND l.signature_id IS NOT NULL AND r.signature_id IS NOT NULL""");
    }
}
