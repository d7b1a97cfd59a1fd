package io.serai.store;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Very many pairs of a hash and a number, beside the store by the first bits of the hash: those of one hash are in one part, and one part
 * at a time is in memory.
 */
final class SpilledPairs implements AutoCloseable {

    /** A sixty-fourth of ten million pairs is 2.5 MB. */
    private static final int PARTS = 64;

    private static final int WAITING = 1 << 13;

    private final SpillFile file;
    private final Part[] parts = new Part[PARTS];

    /** Pairs in the order in which they came. */
    private static final class Part {

        private final ByteBuffer bytes = ByteBuffer.allocate(WAITING);
        private final LongBuffer waiting = bytes.asLongBuffer();
        /** Where what was waiting went. */
        private final List<Long> places = new ArrayList<>();
    }

    /**
     * @param store beside whose file they wait
     * @param suffix tells them from others
     */
    SpilledPairs(Path store, String suffix) {
        file = new SpillFile(store, suffix);
        Arrays.setAll(parts, part -> new Part());
    }

    void add(long hash, long number) {
        // the sign bit turned over, so that parts are in the order of signed numbers
        Part part = parts[(int) ((hash ^ Long.MIN_VALUE) >>> 58)];
        part.waiting.put(hash).put(number);
        if (!part.waiting.hasRemaining()) {
            part.places.add(file.add(part.bytes.clear()));
            part.waiting.clear();
        }
    }

    int parts() {
        return PARTS;
    }

    /** The pairs of a part in the order in which they came: hash and number in turn. */
    long[] part(int number) {
        Part part = parts[number];
        LongBuffer all = LongBuffer.allocate(part.places.size() * part.waiting.capacity() + part.waiting.position());
        ByteBuffer read = ByteBuffer.allocate(WAITING);
        for (long place : part.places) {
            all.put(file.read(place, read).asLongBuffer());
        }
        all.put(part.waiting.duplicate().flip());
        return all.array();
    }

    @Override
    public void close() {
        file.close();
    }
}
