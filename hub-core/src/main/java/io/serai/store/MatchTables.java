package io.serai.store;

import io.serai.identity.BatchEdges;
import io.serai.identity.Identifier;
import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.MatchRebuild;
import io.serai.identity.match.Model;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What matching knows of everybody at once: thrown away, or worked out anew under another model. */
final class MatchTables {

    private static final int PAGE = 2000;

    private final Connection connection;
    private final SqliteMatchIndex index;
    private final SqliteSignatureIndex signatures;

    MatchTables(Connection connection) throws SQLException {
        this.connection = connection;
        index = new SqliteMatchIndex(connection);
        signatures = new SqliteSignatureIndex(connection, Names.of(connection, "identifier_name"));
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
        RecentKeys.clear(connection);
    }

    /**
     * Works out keys, edges and levels of all live signatures. Who is who is to be resolved after that.
     *
     * @param model that the likeness goes by
     */
    void rebuild(IdentityRules rules, Likeness likeness, Model model) throws SQLException {
        clear();
        BatchEdges whole = new BatchEdges(rules, model, overloaded());
        KeyRows keys = new KeyRows();
        Sql.each(
                connection,
                row -> {
                    List<String> said = SaidText.read(row.getString(2));
                    whole.add(row.getLong(1), said);
                    for (long key : likeness.keys(likeness.portrait(said))) {
                        keys.add(key, row.getLong(1));
                    }
                },
                "SELECT id, said FROM signature WHERE records > 0 AND said IS NOT NULL ORDER BY id");
        keys.write(connection, likeness.blockLimit());
        if (likeness.floor() == model.edgeFloor()) {
            EdgeRows edges = new EdgeRows();
            whole.find(Runtime.getRuntime().availableProcessors(), edges::add);
            edges.write(connection);
            compareOneByOne(rules, likeness, whole.masked());
        } else {
            compareOneByOne(rules, likeness, whole.everybody());
        }
        relevel(rules, likeness);
    }

    private void compareOneByOne(IdentityRules rules, Likeness likeness, Set<Long> some) {
        MatchRebuild rebuild = new MatchRebuild(rules, likeness, signatures, index);
        List<Long> waiting = new ArrayList<>();
        for (long id : some) {
            waiting.add(id);
            if (waiting.size() == PAGE) {
                rebuild.compare(waiting, some);
                waiting.clear();
            }
        }
        if (!waiting.isEmpty()) {
            rebuild.compare(waiting, some);
        }
    }

    private Set<Identifier> overloaded() throws SQLException {
        Names names = Names.of(connection, "identifier_name");
        return Set.copyOf(Sql.list(
                connection,
                row -> new Identifier(names.name(row.getLong(1)), row.getString(2)),
                "SELECT name_id, value FROM overloaded_value"));
    }

    /** Works out the levels of all live signatures from edges, linking values and joins. */
    void relevel(IdentityRules rules, Likeness likeness) throws SQLException {
        WholeGraph.load(connection, rules, likeness).settle();
    }
}
