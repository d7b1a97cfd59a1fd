package io.serai.sync;

import io.serai.record.StreamName;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what each destination is known to hold, per sync: a route and one destination stream. */
public interface Ledger {

    /** The number of a sync; makes one when there is none. */
    long sync(String route, StreamName destination);

    /** Whom the rows of a sync are about. */
    Contents contents(long sync);

    /**
     * Profiles by their numbers. Not to be changed.
     *
     * @param listed who has a row
     * @param held whom the destination holds or may hold through this sync
     */
    record Contents(BitSet listed, BitSet held) {}

    /** The rows of these people. */
    Map<Long, LedgerRow> rows(long sync, Collection<Long> profiles);

    /** The next rows in the order of profiles. */
    List<LedgerRow> after(long sync, long profile, int limit);

    /** The rows of people who are there under these match values. */
    List<LedgerRow> matching(long sync, Collection<String> matches);

    /** Of these match values, those that other syncs of the same stream hold; with a tag, only those that hold that tag. */
    Set<String> heldElsewhere(long sync, Collection<String> matches, String tag);

    /** The next rows of profiles that were merged into others, with the survivor of each. */
    List<Merged> merged(long sync, long afterProfile, int limit);

    /** A row whose person is now another profile. */
    record Merged(LedgerRow row, long survivor) {}

    void save(long sync, List<LedgerRow> rows);

    /**
     * As {@link #save}, for people who have no row yet and whom the destination has now as a plan says.
     *
     * @param rows of all whom the plan adds in that phase, due or taken, from the first to the last of them
     */
    void confirm(long sync, long plan, int phase, List<LedgerRow> rows);

    void forget(long sync, Collection<Long> profiles);

    /** Forgets everything about a destination that lost its contents. */
    void clear(long sync);

    /** Lets what was refused be planned again. */
    void retry(long sync, Collection<Long> profiles);

    /** Who need not be read again; empty when that is not known, or when any row of the sync was written since it was. */
    Optional<Settled> settled(long sync);

    /** Remembers who need not be read again, until a row of the sync is written. */
    void settle(long sync, Settled settled);
}
