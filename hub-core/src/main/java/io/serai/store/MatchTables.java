package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.MatchEdge;
import io.serai.identity.MatchRebuild;
import io.serai.identity.WholeLevels;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What matching knows of everybody at once: thrown away, or worked out anew under another model. */
final class MatchTables {

    private static final int PAGE = 2000;

    private final Connection connection;
    private final SqliteMatchIndex index;

    MatchTables(Connection connection) {
        this.connection = connection;
        index = new SqliteMatchIndex(connection);
    }

    /** Forgets everything, what signatures say included: records are about to say it again, under other rules. */
    void forgetSayings(IdentityRules rules, Likeness likeness) throws SQLException {
        clear();
        Sql.update(connection, "UPDATE signature SET said = NULL WHERE said IS NOT NULL");
        if (likeness != null) {
            relevel(rules, likeness);
        }
    }

    private void clear() throws SQLException {
        Sql.update(connection, "DELETE FROM review WHERE status = 'open'");
        for (String table : List.of("match_key", "crowded_key", "match_edge", "match_level")) {
            Sql.update(connection, "DELETE FROM " + table);
        }
    }

    /** Works out keys, edges and levels of all live signatures. Who is who is to be resolved after that. */
    void rebuild(IdentityRules rules, Likeness likeness) throws SQLException {
        clear();
        keys(likeness);
        MatchRebuild rebuild = new MatchRebuild(
                rules, likeness, new SqliteSignatureIndex(connection, Names.of(connection, "identifier_name")), index);
        for (List<Long> page = page(0); !page.isEmpty(); page = page(page.get(page.size() - 1))) {
            rebuild.compare(page);
        }
        relevel(rules, likeness);
    }

    private List<Long> page(long after) throws SQLException {
        return Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT id FROM signature WHERE id > ? AND records > 0 AND said IS NOT NULL ORDER BY id LIMIT ?",
                after,
                PAGE);
    }

    private void keys(Likeness likeness) throws SQLException {
        Sql.update(connection, "CREATE TEMP TABLE IF NOT EXISTS fresh_key (key INTEGER, signature_id INTEGER)");
        for (List<Long> page = page(0); !page.isEmpty(); page = page(page.get(page.size() - 1))) {
            try (Batch insert = new Batch(connection, "INSERT INTO temp.fresh_key (key, signature_id) VALUES (?, ?)")) {
                for (var entry : index.said(page).entrySet()) {
                    for (long key : likeness.keys(likeness.portrait(entry.getValue()))) {
                        insert.add(key, entry.getKey());
                    }
                }
                insert.flush();
            }
        }
        Sql.update(
                connection,
                "INSERT OR IGNORE INTO match_key SELECT key, signature_id FROM temp.fresh_key ORDER BY key, signature_id");
        Sql.update(connection, "DROP TABLE temp.fresh_key");
        Sql.update(
                connection,
                "INSERT INTO crowded_key SELECT key FROM match_key GROUP BY key HAVING count(*) > ?",
                likeness.blockLimit());
    }

    /** Works out the levels of all live signatures from edges, linking values and joins. */
    void relevel(IdentityRules rules, Likeness likeness) throws SQLException {
        long[] ids = Sql.list(
                        connection, row -> row.getLong(1), "SELECT id FROM signature WHERE records > 0 ORDER BY id")
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
        WholeLevels levels = new WholeLevels(ids.length);
        linkValues(rules, ids, levels);
        for (var join : joins()) {
            levels.link(Arrays.binarySearch(ids, join.left()), Arrays.binarySearch(ids, join.right()));
        }
        Sql.each(
                connection,
                row -> levels.edge(
                        Arrays.binarySearch(ids, row.getLong(1)),
                        Arrays.binarySearch(ids, row.getLong(2)),
                        row.getInt(3)),
                "SELECT signature_id, other_id, weight FROM match_edge WHERE signature_id < other_id");
        int[] found = levels.levels(likeness);
        Map<Long, Integer> kept = new TreeMap<>();
        for (int node = 0; node < ids.length; node++) {
            if (found[node] > 0) {
                kept.put(ids[node], found[node]);
            }
        }
        Sql.update(connection, "DELETE FROM match_level");
        index.setLevels(kept);
    }

    private void linkValues(IdentityRules rules, long[] ids, WholeLevels levels) throws SQLException {
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
                    int node = Arrays.binarySearch(ids, row.getLong(3));
                    if (name == last[0] && row.getString(2).equals(value[0])) {
                        levels.link((int) last[1], node);
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
