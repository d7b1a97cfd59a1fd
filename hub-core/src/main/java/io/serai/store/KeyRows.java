package io.serai.store;

import io.serai.sync.ReadAhead;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of everybody, written in the order in which the table holds them: a tree grows many times faster at its end. There are some
 * twenty for each signature, so that they wait in a file beside the store, by their first bits, and a part at a time is sorted.
 */
final class KeyRows implements AutoCloseable {

    private static final int PARTS = 64;

    private final Path store;
    private final FileChannel file;
    private final Part[] parts = new Part[PARTS];
    private long end;

    /** Keys in no order, each with its signature. */
    private static final class Part {

        private final LongBuffer waiting;
        private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
        /** Where what was waiting went. */
        private final List<Long> places = new ArrayList<>();

        Part() {
            waiting = bytes.asLongBuffer();
        }

        /** Answers whether there is room for more. */
        boolean add(long key, long signature) {
            return waiting.put(key).put(signature).hasRemaining();
        }

        /** Makes room; answers where the next may be written. */
        long write(FileChannel file, long end) throws IOException {
            places.add(end);
            for (bytes.clear(); bytes.hasRemaining(); ) {
                file.write(bytes, end + bytes.position());
            }
            waiting.clear();
            return end + bytes.capacity();
        }

        Sorted sorted(FileChannel file) throws IOException {
            int size = places.size() * waiting.capacity() / 2 + waiting.position() / 2;
            LongBuffer all = LongBuffer.allocate(2 * size);
            all.put(waiting.duplicate().flip());
            for (long place : places) {
                for (bytes.clear(); bytes.hasRemaining(); ) {
                    if (file.read(bytes, place + bytes.position()) < 0) {
                        throw new EOFException("the file has become shorter");
                    }
                }
                all.put(waiting.clear());
            }
            return Sorted.of(all.array());
        }
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

        void write(int limit, WideInsert rows, WideInsert crowded) throws SQLException {
            for (int from = 0, to; from < keys.length; from = to) {
                long last = 0;
                int bearers = 0;
                for (to = from; to < keys.length && keys[to] == keys[from]; to++) {
                    if (signatures[to] != last) {
                        rows.add(keys[to], signatures[to]);
                        bearers++;
                    }
                    last = signatures[to];
                }
                if (bearers > limit) {
                    crowded.add(keys[from]);
                }
            }
        }
    }

    /** @param store beside whose file they wait */
    KeyRows(Path store) {
        this.store = store;
        Arrays.setAll(parts, part -> new Part());
        try {
            file = SpilledFacts.beside(store, "-keys");
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private StoreException failed(IOException e) {
        return StoreException.of("keep the keys of matching beside the store " + store, e);
    }

    void add(long key, long signature) {
        // the sign bit turned over, so that parts are in the order of signed numbers
        Part part = parts[(int) ((key ^ Long.MIN_VALUE) >>> 58)];
        try {
            end = part.add(key, signature) ? end : part.write(file, end);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Writes all keys into an empty table, and those that are crowded into another.
     *
     * @param limit a key on more signatures is crowded
     */
    void write(Connection connection, int limit) throws SQLException {
        WideInsert keys = new WideInsert(connection, "match_key (key, signature_id)", 2);
        WideInsert crowded = new WideInsert(connection, "crowded_key (key)", 1);
        try (ReadAhead<Sorted> sorted = new ReadAhead<>()) {
            sorted.begin(() -> sorted(0));
            for (int part = 1; part <= PARTS; part++) {
                Sorted next = sorted.take();
                if (part < PARTS) {
                    int number = part;
                    sorted.begin(() -> sorted(number));
                }
                next.write(limit, keys, crowded);
            }
        }
        keys.flush();
        crowded.flush();
        RecentKeys.forget(connection);
    }

    private Sorted sorted(int part) {
        try {
            return parts[part].sorted(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
