package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of signatures that came or went lately. In the tree of all keys each of a signature's twenty is on a page of its own; so
 * what is new stands apart, a row a signature, and is brought over in the order of that tree when it has become much (O'Neil and
 * others, "The log-structured merge-tree", 1996), a part of the tree at a time. For the writing connection, which remembers it.
 */
final class RecentKeys {

    /** So many signatures are much. */
    private static final int MOST = 16_384;

    /** By the first bits of a key: what is brought over at a time is some hundredths of a second. */
    private static final int PARTS = 32;

    /** For so many signatures that come or go, a part is brought over. */
    private static final int A_PART = 256;

    private static final String NAME = "recent keys";
    private static final long[] NOBODY = {};

    private final Connection connection;
    private final int most;
    private final Map<Long, Row> rows = new HashMap<>();
    private final Map<Long, long[]> came = new HashMap<>();
    private final Map<Long, long[]> went = new HashMap<>();
    private int turn;
    private int nextPart = -1;
    private KeyFilter filter;

    /** @param turn in which it was written: a part brought over earlier in a turn does not know of it */
    private record Row(boolean gone, long[] keys, int turn) {}

    static RecentKeys of(Connection connection) throws SQLException {
        return of(connection, MOST);
    }

    /** @param most how many signatures are much, when nothing is remembered yet */
    static RecentKeys of(Connection connection, int most) throws SQLException {
        return PreparedStatements.remembered(connection, NAME, () -> new RecentKeys(connection, most));
    }

    /** There are none. */
    static void clear(Connection connection) throws SQLException {
        Sql.update(connection, "DELETE FROM recent_key");
        forget(connection);
    }

    /** To be called by whoever else writes keys. */
    static void forget(Connection connection) {
        PreparedStatements.forget(connection, NAME);
    }

    /** Whether the tree of all keys may have this one. */
    boolean mayBeInTree(long key) {
        return filter == null || filter.mayHave(key);
    }

    private void filter(Map<Long, long[]> keysOf) throws SQLException {
        if (filter == null || filter.isFull()) {
            long keys = keysOf.values().stream().mapToLong(some -> some.length).sum();
            long signatures = Sql.number(connection, "SELECT max(id) FROM signature");
            filter = KeyFilter.forSome(signatures * Math.max(1, keys) / Math.max(1, keysOf.size()));
        }
        filter.readOn(connection, keysOf.size());
    }

    private RecentKeys(Connection connection, int most) throws SQLException {
        this.connection = connection;
        this.most = most;
        Sql.each(
                connection,
                row -> know(row.getLong(1), new Row(row.getInt(2) == 1, numbers(row.getString(3)), turn)),
                "SELECT signature_id, gone, keys FROM recent_key");
    }

    private static long[] numbers(String json) {
        return Arrays.stream(json.substring(1, json.length() - 1).split(","))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    /** Those that came lately and bear the key. */
    long[] came(long key) {
        return came.getOrDefault(key, NOBODY);
    }

    /** Those that went lately and bore the key: the tree may still have them. */
    long[] went(long key) {
        return went.getOrDefault(key, NOBODY);
    }

    void add(Map<Long, long[]> keysOf) throws SQLException {
        write(keysOf, false);
    }

    void remove(Map<Long, long[]> keysOf) throws SQLException {
        write(keysOf, true);
    }

    private void write(Map<Long, long[]> keysOf, boolean gone) throws SQLException {
        if (keysOf.isEmpty()) {
            return;
        }
        List<Long> signatures = keysOf.keySet().stream().sorted().toList();
        try (Batch put = new Batch(
                connection, "INSERT OR REPLACE INTO recent_key (signature_id, gone, keys) VALUES (?, ?, ?)")) {
            for (long signature : signatures) {
                put.add(signature, gone ? 1 : 0, Sql.json(keysOf.get(signature)));
            }
            put.flush();
        }
        for (long signature : signatures) {
            forget(signature);
            know(signature, new Row(gone, keysOf.get(signature), turn));
        }
        if (rows.size() >= most || nextPart >= 0) {
            bringOver(1 + keysOf.size() / A_PART);
        }
        filter(keysOf);
    }

    private void know(long signature, Row row) {
        rows.put(signature, row);
        for (long key : row.keys) {
            (row.gone ? went : came).merge(key, new long[] {signature}, RecentKeys::with);
        }
    }

    private void forget(long signature) {
        Row row = rows.remove(signature);
        if (row != null) {
            for (long key : row.keys) {
                (row.gone ? went : came).computeIfPresent(key, (any, signatures) -> without(signatures, signature));
            }
        }
    }

    private static long[] with(long[] some, long[] one) {
        long[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = one[0];
        return more;
    }

    private static long[] without(long[] some, long one) {
        long[] rest = Arrays.stream(some).filter(each -> each != one).toArray();
        return rest.length == 0 ? null : rest;
    }

    /** Brings everything over: nothing is left of those that went. */
    void bringOver() throws SQLException {
        nextPart = -1;
        if (!rows.isEmpty()) {
            bringOver(PARTS);
        }
    }

    private void bringOver(int parts) throws SQLException {
        if (nextPart < 0) {
            nextPart = 0;
            turn++;
        }
        int last = Math.min(PARTS, nextPart + parts);
        bringOver(nextPart, last);
        nextPart = last;
        if (nextPart == PARTS) {
            nextPart = -1;
            drop();
        }
    }

    private void bringOver(int first, int last) throws SQLException {
        List<long[]> put = new ArrayList<>();
        List<long[]> drop = new ArrayList<>();
        rows.forEach((signature, row) -> {
            for (long key : row.keys) {
                int part = (int) ((key ^ Long.MIN_VALUE) >>> 59);
                if (part >= first && part < last) {
                    (row.gone ? drop : put).add(new long[] {key, signature});
                }
            }
        });
        inOrder("INSERT OR IGNORE INTO match_key (key, signature_id) VALUES (?, ?)", put);
        if (filter != null) {
            put.forEach(pair -> filter.add(pair[0]));
        }
        inOrder("DELETE FROM match_key WHERE key = ? AND signature_id = ?", drop);
    }

    private void inOrder(String sql, List<long[]> pairs) throws SQLException {
        pairs.sort((one, other) -> {
            int byKey = Long.compare(one[0], other[0]);
            return byKey != 0 ? byKey : Long.compare(one[1], other[1]);
        });
        try (Batch batch = new Batch(connection, sql)) {
            for (long[] pair : pairs) {
                batch.add(pair[0], pair[1]);
            }
            batch.flush();
        }
    }

    /** Forgets what the tree knows in all its parts. */
    private void drop() throws SQLException {
        Collection<Long> known = rows.entrySet().stream()
                .filter(entry -> entry.getValue().turn < turn)
                .map(Map.Entry::getKey)
                .toList();
        Sql.update(
                connection,
                "DELETE FROM recent_key WHERE signature_id IN (SELECT value FROM json_each(?))",
                Sql.json(known));
        known.forEach(this::forget);
    }
}
