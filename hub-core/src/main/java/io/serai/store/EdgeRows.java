package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** Edges between everybody, written in the order in which the table holds them. */
final class EdgeRows {

    private static final int NUMBERS = 3;

    private final SignatureIds ids;
    /** Of each edge both ends, by their places, and its weight. */
    private int[] edges = new int[NUMBERS * 1024];

    private int size;

    EdgeRows(SignatureIds ids) {
        this.ids = ids;
    }

    /** An edge; each once, by the places of its ends, the lower first. They come in the order of the lower, then of the higher. */
    void add(int left, int right, int weight) {
        if (size == edges.length) {
            edges = Arrays.copyOf(edges, edges.length * 2);
        }
        edges[size++] = left;
        edges[size++] = right;
        edges[size++] = weight;
    }

    /** Writes all, both ways, into an empty table. */
    void write(Connection connection) throws SQLException {
        WideInsert rows = new WideInsert(connection, "match_edge (signature_id, other_id, weight)", NUMBERS);
        for (int row : order()) {
            int at = row < 0 ? ~row : row;
            long left = ids.id(edges[at]);
            long right = ids.id(edges[at + 1]);
            rows.add(row < 0 ? right : left, row < 0 ? left : right, edges[at + 2]);
        }
        rows.flush();
    }

    /** Where each row is, turned over where it is seen from the higher end: of each end first those to lower ones. */
    private int[] order() {
        int[] next = new int[ids.size() + 1];
        for (int at = 0; at < size; at += NUMBERS) {
            next[edges[at] + 1]++;
            next[edges[at + 1] + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] order = new int[size / NUMBERS * 2];
        for (int at = 0; at < size; at += NUMBERS) {
            order[next[edges[at + 1]]++] = ~at;
        }
        for (int at = 0; at < size; at += NUMBERS) {
            order[next[edges[at]]++] = at;
        }
        return order;
    }
}
