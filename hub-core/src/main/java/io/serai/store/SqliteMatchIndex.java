package io.serai.store;

import io.serai.identity.MatchEdge;
import io.serai.identity.MatchIndex;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Keys, edges and levels of matching, inside the transaction of a page. */
final class SqliteMatchIndex implements MatchIndex {

    private static final long[] NOBODY = {};

    private final Connection connection;

    SqliteMatchIndex(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<Long, List<String>> said(Collection<Long> signatures) {
        Map<Long, List<String>> said = new HashMap<>(signatures.size() * 2);
        each(
                row -> said.put(row.getLong(1), SaidText.read(row.getString(2))),
                "SELECT s.id, s.said FROM json_each(?) j CROSS JOIN signature s ON s.id = j.value AND s.said IS NOT NULL",
                signatures);
        return said;
    }

    @Override
    public Map<Long, long[]> bearers(Collection<Long> keys, int most) {
        Map<Long, long[]> bearers = new HashMap<>(keys.size() * 2);
        String sql = "SELECT signature_id FROM match_key WHERE key = ? LIMIT ?";
        try {
            RecentKeys recent = RecentKeys.of(connection);
            PreparedStatement statement = PreparedStatements.take(connection, sql);
            try {
                for (long key : keys) {
                    long[] came = recent.came(key);
                    long[] went = recent.went(key);
                    long[] known = NOBODY;
                    if (recent.mayBeInTree(key)) {
                        Sql.bind(statement, key, (long) most + went.length);
                        known = numbers(statement);
                    }
                    bearers.put(key, among(known, came, went, most));
                }
            } finally {
                PreparedStatements.giveBack(connection, sql, statement);
            }
        } catch (SQLException e) {
            throw StoreException.of("read the identity graph", e);
        }
        return bearers;
    }

    /** What the tree says, with those that came since and without those that went. */
    private static long[] among(long[] known, long[] came, long[] went, int most) {
        return came.length == 0 && went.length == 0
                ? known
                : LongStream.concat(
                                Arrays.stream(known)
                                        .filter(id -> Arrays.stream(went).noneMatch(gone -> gone == id)),
                                Arrays.stream(came))
                        .distinct()
                        .limit(most)
                        .toArray();
    }

    private static long[] numbers(PreparedStatement statement) throws SQLException {
        long[] found = new long[16];
        int size = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = rows.getLong(1);
            }
        }
        return Arrays.copyOf(found, size);
    }

    @Override
    public Set<Long> crowded(Collection<Long> keys) {
        Set<Long> crowded = new HashSet<>();
        each(
                row -> crowded.add(row.getLong(1)),
                "SELECT c.key FROM json_each(?) j CROSS JOIN crowded_key c ON c.key = j.value",
                keys);
        return crowded;
    }

    @Override
    public List<MatchEdge> edges(Collection<Long> signatures) {
        Set<Long> asked = new HashSet<>(signatures);
        List<MatchEdge> edges = new ArrayList<>();
        each(
                row -> {
                    long one = row.getLong(1);
                    long other = row.getLong(2);
                    if (one < other || !asked.contains(other)) {
                        edges.add(MatchEdge.of(one, other, row.getInt(3)));
                    }
                },
                "SELECT e.signature_id, e.other_id, e.weight"
                        + " FROM json_each(?) j CROSS JOIN match_edge e ON e.signature_id = j.value",
                asked);
        return edges;
    }

    @Override
    public Map<Long, Integer> levels(Collection<Long> signatures) {
        Map<Long, Integer> levels = new HashMap<>();
        each(
                row -> levels.put(row.getLong(1), row.getInt(2)),
                "SELECT l.signature_id, l.level FROM json_each(?) j CROSS JOIN match_level l ON l.signature_id = j.value",
                signatures);
        return levels;
    }

    private void each(Sql.RowTaker taker, String sql, Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        try {
            Sql.each(connection, taker, sql, Sql.json(numbers));
        } catch (SQLException e) {
            throw StoreException.of("read the identity graph", e);
        }
    }

    @Override
    public void addKeys(Map<Long, long[]> keysOf) {
        try {
            RecentKeys.of(connection).add(keysOf);
        } catch (SQLException e) {
            throw StoreException.of("write the identity graph", e);
        }
    }

    @Override
    public void removeKeys(Map<Long, long[]> keysOf) {
        try {
            RecentKeys.of(connection).remove(keysOf);
        } catch (SQLException e) {
            throw StoreException.of("write the identity graph", e);
        }
    }

    @Override
    public void crowd(Set<Long> crowded, Set<Long> released) {
        write("INSERT OR IGNORE INTO crowded_key (key) VALUES (?)", rows(crowded));
        write("DELETE FROM crowded_key WHERE key = ?", rows(released));
    }

    private static List<Object[]> rows(Set<Long> keys) {
        return keys.stream().sorted().map(key -> new Object[] {key}).toList();
    }

    @Override
    public void replace(Collection<MatchEdge> gone, Collection<MatchEdge> come) {
        List<Object[]> drop = new ArrayList<>(gone.size() * 2);
        gone.forEach(edge -> {
            drop.add(new Object[] {edge.left(), edge.right()});
            drop.add(new Object[] {edge.right(), edge.left()});
        });
        List<Object[]> put = new ArrayList<>(come.size() * 2);
        come.forEach(edge -> {
            put.add(new Object[] {edge.left(), edge.right(), edge.weight()});
            put.add(new Object[] {edge.right(), edge.left(), edge.weight()});
        });
        write("DELETE FROM match_edge WHERE signature_id = ? AND other_id = ?", drop);
        write("INSERT OR REPLACE INTO match_edge (signature_id, other_id, weight) VALUES (?, ?, ?)", put);
    }

    @Override
    public void setLevels(Map<Long, Integer> levels) {
        List<Object[]> drop = new ArrayList<>();
        List<Object[]> put = new ArrayList<>();
        new TreeMap<>(levels).forEach((signature, level) -> {
            if (level == 0) {
                drop.add(new Object[] {signature});
            } else {
                put.add(new Object[] {signature, level});
            }
        });
        write("DELETE FROM match_level WHERE signature_id = ?", drop);
        write("INSERT OR REPLACE INTO match_level (signature_id, level) VALUES (?, ?)", put);
    }

    private void write(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Batch batch = new Batch(connection, sql)) {
            for (Object[] row : rows) {
                batch.add(row);
            }
            batch.flush();
        } catch (SQLException e) {
            throw StoreException.of("write the identity graph", e);
        }
    }
}
