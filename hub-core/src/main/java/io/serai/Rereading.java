package io.serai;

import io.serai.profile.MergeGuard;
import io.serai.profile.Progress;
import io.serai.profile.Rederived;
import io.serai.segment.Segments;
import io.serai.store.SqliteRederiving;
import io.serai.sync.Transactions;

/** Reads everything kept again as far as the configuration means something else now, and counts what that changes. */
record Rereading(SqliteRederiving rederiving, Transactions transactions) {

    /**
     * All of it is kept, or nothing.
     *
     * @param before the segments as they were meant until now: who is in them is worked out first, so that what time and new
     *     records have moved meanwhile is not counted
     * @throws io.serai.profile.CollapseException when the guard stops it
     */
    Reread run(Segments before, Segments after, MergeGuard guard, Progress progress) {
        boolean derive = rederiving.isDue();
        boolean added = !before.all().keySet().containsAll(after.all().keySet());
        if (!derive && !added && !after.isRedefined()) {
            rederiving.ifChanged(guard, progress);
            return Reread.NOTHING;
        }
        return transactions.large(() -> {
            before.refreshUnchanged();
            Rederived derived = rederiving.ifChanged(guard, progress);
            return new Reread(derived, after.refreshAll());
        });
    }
}
