package io.serai.store;

import java.nio.ByteBuffer;

/** Reads a complete spill file for one thread: what lies near what was read last is at hand. */
final class SpillWindow {

    /** Most who look for something far away want little of it. */
    private static final int SIZE = 8192;

    private final SpillFile file;
    private ByteBuffer bytes;
    private long start;

    SpillWindow(SpillFile file) {
        this(file, SIZE);
    }

    /** @param size how many bytes are read at once */
    SpillWindow(SpillFile file, int size) {
        this.file = file;
        bytes = ByteBuffer.allocate(size).limit(0);
    }

    /** So many bytes from a place on, and more; to be read before the next are asked for. */
    ByteBuffer at(long place, int length) {
        if (place < start || place + length > start + bytes.limit()) {
            if (length > bytes.capacity()) {
                bytes = ByteBuffer.allocate(length);
            }
            file.read(place, bytes);
            start = place;
        }
        return bytes.position((int) (place - start));
    }
}
