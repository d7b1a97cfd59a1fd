package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** Edges between everybody, written in the order in which the table holds them. */
final class EdgeRows {

    private static final int WEIGHTS = 3;

    private long[] ends = new long[1024];
    private int size;

    /** An edge; each once, in either direction. */
    void add(long left, long right, int weight) {
        if (size + 2 * WEIGHTS > ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        size = put(size, left, right, weight);
        size = put(size, right, left, weight);
    }

    private int put(int at, long one, long other, int weight) {
        ends[at] = one;
        ends[at + 1] = other;
        ends[at + 2] = weight;
        return at + WEIGHTS;
    }

    /** Writes all, both ways, into an empty table. */
    void write(Connection connection) throws SQLException {
        Integer[] order = new Integer[size / WEIGHTS];
        Arrays.setAll(order, row -> row * WEIGHTS);
        Arrays.sort(order, (one, two) -> {
            int by = Long.compare(ends[one], ends[two]);
            return by != 0 ? by : Long.compare(ends[one + 1], ends[two + 1]);
        });
        WideInsert rows = new WideInsert(connection, "match_edge (signature_id, other_id, weight)", WEIGHTS);
        for (int at : order) {
            rows.add(ends[at], ends[at + 1], ends[at + 2]);
        }
        rows.flush();
    }
}
