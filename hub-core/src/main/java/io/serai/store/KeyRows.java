package io.serai.store;

import io.serai.sync.ReadAhead;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The keys of everybody, written in the order in which the table holds them: a tree grows many times faster at its end. There are some
 * twenty for each signature, so that they wait in a file beside the store, by their first bits, and a part at a time is sorted.
 */
final class KeyRows implements AutoCloseable {

    private final SpilledPairs pairs;
    private final SignatureIds ids;

    /** Takes those who share a key that is not crowded. */
    @FunctionalInterface
    interface Bearers {

        /** @param places of signatures, ascending, as many as {@code count} says; to be read at once */
        void share(int[] places, int count);
    }

    /** Keys in their order, each with its signature; of one key signatures in theirs. */
    private record Sorted(long[] keys, long[] signatures) {

        /** @param pairs keys and signatures in turn */
        static Sorted of(long[] pairs) {
            long[] keys = new long[pairs.length / 2];
            Arrays.setAll(keys, i -> pairs[2 * i]);
            Arrays.sort(keys);
            int[] next = new int[keys.length];
            long[] signatures = new long[keys.length];
            for (int i = 0; i < pairs.length; i += 2) {
                int first = first(keys, pairs[i]);
                signatures[first + next[first]++] = pairs[i + 1];
            }
            for (int first = 0; first < keys.length; first += next[first]) {
                Arrays.sort(signatures, first, first + next[first]);
            }
            return new Sorted(keys, signatures);
        }

        private static int first(long[] sorted, long key) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = low + high >>> 1;
                if (sorted[middle] < key) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        void write(SignatureIds ids, int[] bearers, WideInsert rows, WideInsert crowded, Bearers shared)
                throws SQLException {
            for (int from = 0, to; from < keys.length; from = to) {
                int count = 0;
                for (to = from; to < keys.length && keys[to] == keys[from]; to++) {
                    if (to == from || signatures[to] != signatures[to - 1]) {
                        rows.add(keys[to], ids.id((int) signatures[to]));
                        if (count < bearers.length) {
                            bearers[count] = (int) signatures[to];
                        }
                        count++;
                    }
                }
                if (count > bearers.length) {
                    crowded.add(keys[from]);
                } else if (count > 1) {
                    shared.share(bearers, count);
                }
            }
        }
    }

    /** @param store beside whose file they wait */
    KeyRows(Path store, SignatureIds ids) {
        this.ids = ids;
        pairs = new SpilledPairs(store, "-keys");
    }

    /** @param place of the signature that bears it */
    void add(long key, int place) {
        pairs.add(key, place);
    }

    /**
     * Writes all keys into an empty table, and those that are crowded into another.
     *
     * @param limit a key on more signatures is crowded
     * @param shared gets the others that are on more than one
     */
    void write(Connection connection, int limit, Bearers shared) throws SQLException {
        WideInsert keys = new WideInsert(connection, "match_key (key, signature_id)", 2);
        WideInsert crowded = new WideInsert(connection, "crowded_key (key)", 1);
        int[] bearers = new int[limit];
        try (ReadAhead<Sorted> sorted = new ReadAhead<>()) {
            sorted.begin(() -> sorted(0));
            for (int part = 1; part <= pairs.parts(); part++) {
                Sorted next = sorted.take();
                if (part < pairs.parts()) {
                    int number = part;
                    sorted.begin(() -> sorted(number));
                }
                next.write(ids, bearers, keys, crowded, shared);
            }
        }
        keys.flush();
        crowded.flush();
        RecentKeys.forget(connection);
    }

    private Sorted sorted(int part) {
        return Sorted.of(pairs.part(part));
    }

    @Override
    public void close() {
        pairs.close();
    }
}
