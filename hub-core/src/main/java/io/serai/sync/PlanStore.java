package io.serai.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps plans and their rows. */
public interface PlanStore {

    /**
     * Starts a plan. Drafts and unfinished deliveries that the sync was left with are closed.
     *
     * @param version of the profiles, from before the first of the plan's people was read: who was touched later may not be what
     *     the plan says
     */
    long draft(long run, long sync, PlanTerms terms, long version, Instant now);

    /** The version that a plan was drafted with. */
    long version(long plan);

    /** Replaces what the plan has on these people. */
    void replace(long plan, Collection<Long> profiles, List<PlanRow> rows);

    /** Moves rows on: their state, reason and remote id. */
    void update(long plan, List<PlanRow> rows);

    /**
     * The plan was delivered up to this row.
     *
     * @param state of whatever stands due up to there: sent, or taken by a sink that has not committed
     */
    void reached(long plan, PlanRow.State state, int phase, long profile);

    /** Whatever was taken was sent. */
    void committed(long plan);

    /** Plans of the sync whose delivery has begun and not ended. */
    List<Long> sending(long sync);

    /** What stands due and held. */
    PlanTotals totals(long plan);

    /** Fixes what a draft came to. */
    void decide(long plan, PlanStatus status, String reason, PlanTotals totals, long unchanged);

    /** Moves a plan on. */
    void move(long plan, PlanStatus status, String reason);

    /** Older plans of the sync that still waited cannot be applied any more. */
    void supersede(long sync, long plan);

    /** Forgets a draft. */
    void discard(long plan);

    /**
     * Whatever is due, taken or refused is deferred.
     *
     * @return how many, those that send nothing left out
     */
    long deferRest(long plan, String reason);

    Optional<PlanView> get(long plan);

    /** The sync and terms of a plan. */
    Agreement agreement(long plan);

    /** What a plan is for. */
    record Agreement(long sync, PlanTerms terms) {}

    /** Newest first. */
    List<PlanView> list(int limit);

    /** The next rows in the order of delivery: by phase, then by profile. */
    List<PlanRow> rows(long plan, int afterPhase, long afterProfile, int limit);

    /** As {@link #rows}, only those in that state. */
    List<PlanRow> rows(long plan, PlanRow.State state, int afterPhase, long afterProfile, int limit);

    /** Rows of a run's plans whose people are held back, whatever happens to the plan. */
    List<PlanRow> held(long run, int limit);

    /** The next rows that claim a match value which their people did not have before, and which others have or claim too. */
    List<PlanRow> claims(long plan, int afterPhase, long afterProfile, int limit);

    /** Rows of people who are to be there under these match values. */
    List<PlanRow> wanting(long plan, Collection<String> matches);

    /** The rows of these people. */
    List<PlanRow> of(long plan, Collection<Long> profiles);

    /** Rows that were to make room, for these people or under these match values, and have not done so. */
    List<PlanRow> inTheWay(long plan, Collection<Long> profiles, Collection<String> matches);

    /** Due rows whose person was touched after the plan was drafted. */
    List<PlanRow> touched(long plan, int afterPhase, long afterProfile, int limit);

    /** Due rows whose ledger row is not the one that they were compared with. */
    List<PlanRow> overtaken(long plan, int afterPhase, long afterProfile, int limit);
}
