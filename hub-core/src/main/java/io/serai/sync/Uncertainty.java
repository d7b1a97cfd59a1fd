package io.serai.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps in mind what was sent without an answer: the destination may have it or not. The ledger then stays what was confirmed,
 * but is not trusted, so that the next plan asks again even where it would find nothing to do.
 */
final class Uncertainty {

    private static final int PAGE = 2000;

    private final Pushes.Parts parts;

    Uncertainty(Pushes.Parts parts) {
        this.parts = parts;
    }

    /** A process died while it delivered: whatever it had not written down may have arrived. */
    void followCrash(long sync) {
        for (long plan : parts.plans().sending(sync)) {
            boolean adds = parts.plans().agreement(plan).terms().mode() != Mode.UPDATE;
            for (PlanRow.State state : List.of(PlanRow.State.DUE, PlanRow.State.TAKEN)) {
                List<PlanRow> page = parts.plans().rows(plan, state, -1, 0, PAGE);
                while (!page.isEmpty()) {
                    mark(sync, adds, page);
                    PlanRow last = page.get(page.size() - 1);
                    page = parts.plans().rows(plan, state, last.phase(), last.profile(), PAGE);
                }
            }
        }
    }

    /** @param adds whether those who are added may be removed again */
    void mark(long sync, boolean adds, List<PlanRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Map<Long, LedgerRow> known =
                parts.ledger().rows(sync, rows.stream().map(PlanRow::profile).toList());
        List<LedgerRow> unsure = new ArrayList<>();
        for (PlanRow row : rows) {
            LedgerRow before = known.get(row.profile());
            if (before != null && before.perhapsThere()) {
                unsure.add(before.unsure());
            } else if (row.op() == PlanOp.ADD) {
                unsure.add(new LedgerRow(
                        row.profile(),
                        row.match(),
                        row.remoteId(),
                        null,
                        0,
                        adds,
                        before == null ? 0 : before.refused(),
                        row.base()));
            }
        }
        parts.ledger().save(sync, unsure);
    }
}
