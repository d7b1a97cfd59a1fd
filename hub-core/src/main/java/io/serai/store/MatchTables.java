package io.serai.store;

import io.serai.identity.BatchEdges;
import io.serai.identity.Identifier;
import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.MatchRebuild;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What matching knows of everybody at once: thrown away, or worked out anew under another model. */
final class MatchTables {

    private static final int PAGE = 2000;

    /** Of the memory so much, one in this many bytes, is for what everybody says and who shares a key, some 130 bytes a signature. */
    private static final long PART = 3;

    private final Connection connection;
    private final long memory;
    private final SqliteMatchIndex index;
    private final SqliteSignatureIndex signatures;

    MatchTables(Connection connection) throws SQLException {
        this(connection, Runtime.getRuntime().maxMemory());
    }

    /** @param memory bytes that may be used; where they are too few, signatures are compared a page at a time, which takes longer */
    MatchTables(Connection connection, long memory) throws SQLException {
        this.connection = connection;
        this.memory = memory;
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

    /** Works out keys, edges and levels of all live signatures. Who is who is to be resolved after that. */
    void rebuild(IdentityRules rules, Likeness likeness) throws SQLException {
        clear();
        SignatureIds ids = SignatureIds.telling(connection);
        BatchEdges whole = new BatchEdges(rules, likeness, overloaded(), memory / PART);
        try (KeyRows keys = new KeyRows(SqliteDatabase.file(connection), ids)) {
            read(likeness, whole, keys);
            keys.write(connection, likeness.blockLimit(), whole::addKey);
        }
        if (whole.fits()) {
            EdgeRows edges = new EdgeRows(ids);
            whole.find(edges::add);
            edges.write(connection);
        } else {
            compareOneByOne(rules, likeness, ids.stream().boxed().collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        relevel(rules, likeness);
    }

    private void read(Likeness likeness, BatchEdges whole, KeyRows keys) throws SQLException {
        int[] place = {0};
        List<Saying> page = new ArrayList<>(PAGE);
        Sql.each(
                connection,
                row -> {
                    page.add(new Saying(place[0]++, row.getString(1)));
                    if (page.size() == PAGE) {
                        add(page, likeness, whole, keys);
                    }
                },
                "SELECT said FROM signature WHERE records > 0 AND said IS NOT NULL ORDER BY id");
        add(page, likeness, whole, keys);
    }

    /** Reads a page of sayings on all processors, and empties it. */
    private static void add(List<Saying> page, Likeness likeness, BatchEdges whole, KeyRows keys) {
        List<Read> read = page.parallelStream().map(each -> each.read(likeness)).toList();
        page.clear();
        for (Read each : read) {
            whole.add(each.keys().length == 0 ? List.of() : each.said());
            for (long key : each.keys()) {
                keys.add(key, each.place());
            }
        }
    }

    /** What a signature says, as it is stored; signatures by their places among those that say anything. */
    private record Saying(int place, String text) {

        Read read(Likeness likeness) {
            List<String> said = SaidText.read(text);
            return new Read(place, said, likeness.keys(likeness.portrait(said)));
        }
    }

    /** What a signature says, and the keys by which it is found. */
    private record Read(int place, List<String> said, long[] keys) {}

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
