package io.serai.sync;

/**
 * What a run did, in records and people. {@code read = stored + unchanged + rejected + skipped} for a route that pulls,
 * {@code planned = sent + rejected + deferred + held} for one that pushes.
 *
 * @param deleted of the stored, those whose records were marked as deleted; those of a complete snapshot pass come on top
 */
public record Counts(
        long read,
        long stored,
        long unchanged,
        long rejected,
        long skipped,
        long deleted,
        long planned,
        long sent,
        long deferred,
        long held) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static Counts ofRead(long stored, long unchanged, long rejected, long skipped, long deleted) {
        return new Counts(
                stored + unchanged + rejected + skipped, stored, unchanged, rejected, skipped, deleted, 0, 0, 0, 0);
    }

    /** Counts of a pushing route; {@code planned} may run ahead of the others. */
    public static Counts ofPush(long planned, long sent, long rejected, long deferred, long held) {
        return new Counts(0, 0, 0, rejected, 0, 0, planned, sent, deferred, held);
    }

    public Counts plus(Counts other) {
        return new Counts(
                read + other.read,
                stored + other.stored,
                unchanged + other.unchanged,
                rejected + other.rejected,
                skipped + other.skipped,
                deleted + other.deleted,
                planned + other.planned,
                sent + other.sent,
                deferred + other.deferred,
                held + other.held);
    }
}
