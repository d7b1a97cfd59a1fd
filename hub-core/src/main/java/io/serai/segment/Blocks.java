package io.serai.segment;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Goes through everybody, block by block. */
final class Blocks {

    private Blocks() {}

    /**
     * Hands over all blocks.
     *
     * @param after the profile number after which to begin
     * @param look answers whether to go on
     */
    static void each(SegmentStore.Reading reading, long after, Instant now, Predicate<ProfileColumns> look) {
        Optional<ProfileColumns> block = reading.block(after, now);
        while (block.isPresent() && look.test(block.get())) {
            block = reading.block(block.get().last(), now);
        }
    }
}
