package io.serai.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps plans and their rows. */
public interface PlanStore {

    /** Starts a plan; drafts and unfinished deliveries of the sync that were left behind are closed. */
    long draft(long run, long sync, String mapping, Instant now);

    /** Replaces what the plan has on these people. */
    void replace(long plan, Collection<Long> profiles, List<PlanRow> rows);

    Optional<PlanView> get(long plan);

    /** Newest first. */
    List<PlanView> list(int limit);

    /** The next rows in the order of delivery: by phase, then by profile. */
    List<PlanRow> rows(long plan, int afterPhase, long afterProfile, int limit);
}
