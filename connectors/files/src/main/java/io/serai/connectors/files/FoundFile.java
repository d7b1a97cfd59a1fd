package io.serai.connectors.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * A file in one state.
 *
 * @param name relative to the folder, slashes between levels
 * @param size in bytes
 * @param modified in milliseconds since 1970
 */
record FoundFile(String name, long size, long modified) {

    /** The newest file last, so that of two files with the same record the newer one wins. */
    static final Comparator<FoundFile> OLDEST_FIRST =
            Comparator.comparingLong(FoundFile::modified).thenComparing(FoundFile::name);

    /** Stands for name and state; changes when either changes. */
    long fingerprint() {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return Fingerprint.of(ByteBuffer.allocate(text.length + 16)
                .putLong(size)
                .putLong(modified)
                .put(text)
                .array());
    }
}
