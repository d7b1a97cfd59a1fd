package io.serai.sync;

import java.time.Instant;

/**
 * A record that a mapping, or a person that a destination refused.
 *
 * @param id the store's number; 0 before it is stored
 * @param run the last run that saw it
 * @param side where it was refused
 * @param target the mapping ({@code INGEST}), the stream ({@code SOURCE}, {@code PUSH})
 * @param key the record's key, or the person's match value
 * @param profile the person's number; 0 on the way in
 * @param reason why, in the words of who refused
 * @param payload the record or the refused fields as JSON; for {@code SOURCE} the text that could not be read
 * @param open until it was accepted, changed or left
 */
public record Rejection(
        long id,
        long run,
        Side side,
        String target,
        String key,
        long profile,
        String reason,
        String payload,
        Instant at,
        boolean open) {

    /** Who refused. */
    public enum Side {
        /** The connector could not read it. */
        SOURCE,
        /** The mapping refused it. */
        INGEST,
        /** The destination refused it. */
        PUSH;

        /** As people and the store read it. */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
