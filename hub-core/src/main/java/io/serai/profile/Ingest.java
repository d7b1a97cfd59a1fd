package io.serai.profile;

import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import java.util.List;

/** Takes records into the store: change detection, mapping, identity, traits, all in one transaction. */
public interface Ingest {

    /** What became of one record. */
    enum Status {
        STORED,
        UNCHANGED,
        REJECTED
    }

    /**
     * What became of one record.
     *
     * @param record the record
     * @param status its fate; a deletion of something known is {@code STORED}
     * @param reason why it was rejected, without personal data; null otherwise
     */
    record Result(SourceRecord record, Status status, String reason) {}

    /**
     * Stores a page. Joins the transaction of the caller, if there is one: the page and what derives from it are kept
     * together or not at all. Idempotent: the same page again is unchanged.
     *
     * @param mapping what the records mean
     * @param page in the order of arrival; of two records with one key the later one stays
     * @return one result per record, in the page's order
     */
    List<Result> page(Mapping mapping, List<SourceRecord> page);

    /**
     * Marks as deleted all live records of a mapping's stream that were not in a complete pass.
     *
     * @param seen which records the pass contained
     * @return how many were deleted
     */
    int deleteUnseen(Mapping mapping, Seen seen);

    /** Starts the account of a complete pass over a snapshot stream. */
    Seen newPass(Mapping mapping);

    /**
     * Which records a pass has contained so far; filled by {@link #page(Mapping, List, Seen)}, rejected records included. Kept in
     * memory: an interrupted pass starts over.
     */
    interface Seen {

        /** The pass contained this record too, though it never reached {@link #page(Mapping, List, Seen)}. */
        void add(String key);
    }

    /** As {@link #page(Mapping, List)}, and takes account of what was seen. */
    List<Result> page(Mapping mapping, List<SourceRecord> page, Seen seen);

    /**
     * As {@link #page(Mapping, List, Seen)}, and stops where too many people would become one another.
     *
     * @param seen null when nobody asks
     * @param guard of the run that the page belongs to
     * @throws CollapseException when the guard stops it; nothing of the page is kept
     */
    default List<Result> page(Mapping mapping, List<SourceRecord> page, Seen seen, MergeGuard guard) {
        return page(mapping, page, seen, guard, 0);
    }

    /**
     * As {@link #page(Mapping, List, Seen, MergeGuard)}, and remembers the run for whoever asks why people are one.
     *
     * @param run its number; 0 for none
     */
    List<Result> page(Mapping mapping, List<SourceRecord> page, Seen seen, MergeGuard guard, long run);

    /**
     * As {@link #page(Mapping, List, Seen, MergeGuard, long)}, and leaves to {@link #settle} who is who among records that were not
     * known, and what their profiles say: for a load of very many, for which that is done once and not page by page. What is left is
     * kept with the page; until it is settled, such records are in no profile.
     */
    List<Result> land(Mapping mapping, List<SourceRecord> page, Seen seen, MergeGuard guard, long run);

    /**
     * Does what pages that {@linkplain #land landed} have left; nothing when there is nothing. Where that is little beside what is
     * known, it is done in parts, each in a transaction of its own, so that others can write between; all at once otherwise.
     *
     * @throws CollapseException when the guard stops it; what was not done by then stays to be done
     */
    void settle(MergeGuard guard);

    /** Whether the store has heard of nobody so far. */
    boolean knowsNobody();
}
