package io.serai.identity.match;

import java.util.List;

/** The records that share a key, of all passes: blocks of two up to the limit, numbered pass by pass. */
final class Blocks {

    private final int[] starts;
    private final int[] rows;
    private final int[] rowStarts;
    private final int[] blocksOfRows;

    private Blocks(int[] starts, int[] rows, int[] rowStarts, int[] blocksOfRows) {
        this.starts = starts;
        this.rows = rows;
        this.rowStarts = rowStarts;
        this.blocksOfRows = blocksOfRows;
    }

    /** The blocks of these passes. */
    static Blocks of(Keyed keyed, List<Pass> passes, int limit, int threads) {
        PassBlocks[] all = new PassBlocks[passes.size()];
        Parallel.run(threads, all.length, 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                all[i] = PassBlocks.of(keyed, passes.get(i), limit);
            }
        });
        int blocks = 0;
        int entries = 0;
        for (PassBlocks each : all) {
            blocks += each.blocks();
            entries += each.rows().length;
        }
        int[] starts = new int[blocks + 1];
        int[] rows = new int[entries];
        int block = 0;
        int entry = 0;
        for (int i = 0; i < all.length; i++) {
            for (int at = 0; at < all[i].blocks(); at++) {
                starts[block++] = entry + all[i].starts()[at];
            }
            System.arraycopy(all[i].rows(), 0, rows, entry, all[i].rows().length);
            entry += all[i].rows().length;
            all[i] = null;
        }
        starts[block] = entry;
        return byRow(starts, rows, keyed.size());
    }

    private static Blocks byRow(int[] starts, int[] rows, int size) {
        int[] rowStarts = new int[size + 1];
        for (int row : rows) {
            rowStarts[row + 1]++;
        }
        for (int row = 0; row < size; row++) {
            rowStarts[row + 1] += rowStarts[row];
        }
        int[] next = rowStarts.clone();
        int[] blocksOfRows = new int[rows.length];
        for (int block = 0; block + 1 < starts.length; block++) {
            for (int at = starts[block]; at < starts[block + 1]; at++) {
                blocksOfRows[next[rows[at]]++] = block;
            }
        }
        return new Blocks(starts, rows, rowStarts, blocksOfRows);
    }

    int size() {
        return starts.length - 1;
    }

    /** All pairs of records of a block, those counted that several blocks give. */
    long pairs() {
        long pairs = 0;
        for (int block = 0; block < size(); block++) {
            long size = to(block) - from(block);
            pairs += size * (size - 1) / 2;
        }
        return pairs;
    }

    int from(int block) {
        return starts[block];
    }

    int to(int block) {
        return starts[block + 1];
    }

    int row(int at) {
        return rows[at];
    }

    /** Whether they are two and no earlier block holds both, so that this one gives the pair. */
    boolean gives(int block, int left, int right) {
        if (left == right) {
            return false;
        }
        int i = rowStarts[left];
        int j = rowStarts[right];
        while (true) {
            int one = blocksOfRows[i];
            int two = blocksOfRows[j];
            if (one == two) {
                return one == block;
            }
            if (one < two) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** Whether any block holds both. */
    boolean candidates(int left, int right) {
        int i = rowStarts[left];
        int j = rowStarts[right];
        while (i < rowStarts[left + 1] && j < rowStarts[right + 1]) {
            if (blocksOfRows[i] == blocksOfRows[j]) {
                return true;
            }
            if (blocksOfRows[i] < blocksOfRows[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }
}
