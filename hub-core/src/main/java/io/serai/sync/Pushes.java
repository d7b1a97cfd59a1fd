package io.serai.sync;

import io.serai.profile.Profiles;
import io.serai.profile.Suppressions;
import io.serai.profile.WeakestLinks;
import java.time.Clock;

/** {@code hub:push}: plans what destinations lack, and delivers it. For any thread. */
public final class Pushes {

    /** What every push needs of the hub. */
    public record Parts(
            Ledger ledger,
            PlanStore plans,
            Rejections rejections,
            Transactions transactions,
            Profiles profiles,
            Suppressions suppressions,
            WeakestLinks weakestLinks,
            Patience patience,
            Clock clock) {

        Parts with(Ledger other) {
            return new Parts(
                    other, plans, rejections, transactions, profiles, suppressions, weakestLinks, patience, clock);
        }
    }

    private final Parts parts;

    public Pushes(Parts parts) {
        this.parts = parts;
    }

    /**
     * Begins a push of one run into one destination stream. Whether it plans only, and for whom, says {@link Run#request}.
     *
     * @param version {@link Profiles#version} from before the first person was read: whoever is touched after it counts as changed
     *     since the plan
     * @throws SyncException when the destination cannot do what the options need; nothing was sent
     */
    public PushSession begin(Run run, PushTarget target, PushOptions options, long version) {
        return new PushSession(parts, run, target, options, version);
    }

    /**
     * Delivers a plan that waits, exactly as it was reviewed. People who changed since are held back.
     *
     * @param run of the plan's route, see {@link PlanView#route}
     * @param target of the plan's destination and mapping
     * @throws SyncException when the plan cannot be applied (any more), saying why
     */
    public PushResult apply(Run run, long plan, PushTarget target) {
        return new Approval(parts, run, target).apply(plan);
    }
}
