package io.serai.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a plan anew for a destination that lost its contents: everybody who was staged is added. */
final class Renewal {

    private static final int PAGE = 2000;

    private final Pushes.Parts parts;
    private final Run run;
    private final Staged staged;

    Renewal(Pushes.Parts parts, Run run, Staged staged) {
        this.parts = parts;
        this.run = run;
        this.staged = staged;
    }

    /** @return the new plan, ready to be delivered */
    long plan(long sync, long lost, PlanTerms terms) {
        long anew = parts.plans()
                .draft(
                        run.id(),
                        sync,
                        terms,
                        parts.plans().version(lost),
                        parts.clock().instant());
        long open = parts.plans().deferRest(lost, "the destination lost its contents; planned anew");
        copyLedger(sync, anew);
        copyPlan(lost, anew);
        parts.ledger().clear(sync);
        PlanTotals totals = parts.plans().totals(anew);
        run.add(Counts.ofPush(totals.due() - open, 0, 0, 0, 0));
        run.note("The destination did not have any more what it was known to hold; everybody was sent again.");
        parts.plans().decide(anew, PlanStatus.SENDING, null, totals, 0);
        return anew;
    }

    private void copyLedger(long sync, long anew) {
        List<LedgerRow> page = parts.ledger().after(sync, 0, PAGE);
        while (!page.isEmpty()) {
            List<PlanRow> rows = new ArrayList<>();
            for (LedgerRow row : page) {
                if (row.there() && !staged.gone(row.profile())) {
                    rows.add(new PlanRow(
                            2,
                            row.profile(),
                            PlanOp.ADD,
                            row.match(),
                            null,
                            row.hash(),
                            row.at(),
                            row.fields(),
                            Map.of(),
                            PlanRow.State.DUE,
                            null));
                }
            }
            parts.plans().replace(anew, List.of(), rows);
            page = parts.ledger().after(sync, page.get(page.size() - 1).profile(), PAGE);
        }
    }

    private void copyPlan(long lost, long anew) {
        List<PlanRow> page = parts.plans().rows(lost, PlanRow.State.DEFERRED, -1, 0, PAGE);
        while (!page.isEmpty()) {
            List<PlanRow> rows = page.stream()
                    .filter(row -> !row.op().leaving())
                    .map(PlanRow::anew)
                    .toList();
            parts.plans().replace(anew, rows.stream().map(PlanRow::profile).toList(), rows);
            PlanRow last = page.get(page.size() - 1);
            page = parts.plans().rows(lost, PlanRow.State.DEFERRED, last.phase(), last.profile(), PAGE);
        }
    }
}
